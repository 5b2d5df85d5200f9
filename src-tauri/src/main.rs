//! The program: reads the command line, and runs the shell.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser as _;
use tenure_shell::cli::Arguments;

#[expect(
    clippy::print_stderr,
    reason = "without a window, the terminal is where a person looks"
)]
fn main() -> ExitCode {
    let started = Instant::now();
    match tenure_shell::run(Arguments::parse(), started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tenure: {error}");
            ExitCode::FAILURE
        }
    }
}
