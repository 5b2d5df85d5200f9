//! The harness that starts, drives and watches the real application.
