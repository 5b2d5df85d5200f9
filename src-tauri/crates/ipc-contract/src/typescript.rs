//! Writes the contract as TypeScript: `ui/src/ipc/bindings.ts` is generated from here, committed,
//! and compared on every test run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::*;
use crate::events::{APP_EVENT, AppEvent};
use crate::with_commands;

const HEADER: &str =
    "// Generated from src-tauri/crates/ipc-contract by `cargo xtask generate`. Do not edit.\n";

/// All declarations reachable from the commands, by name.
#[derive(Default)]
struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl Declarations {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        // A map has no name of its own: only declared types are asked for theirs.
        let name = T::ident(&self.config);
        if !self.by_name.contains_key(&name) {
            let docs = T::docs().unwrap_or_default();
            self.by_name
                .insert(name, format!("{docs}export {}\n", T::decl(&self.config)));
            T::visit_dependencies(self);
        }
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The whole contract as one TypeScript module.
pub fn module() -> String {
    let mut declarations = Declarations::default();
    declarations.add::<AppEvent>();
    let mut commands = String::new();
    macro_rules! describe {
        ($($(#[doc = $doc:literal])* $command:ident, $name:literal, $request:ty => $response:ty;)*) => {
            $(
                $(let _ = writeln!(commands, "  /**{} */", $doc);)*
                declarations.add::<<$command as Command>::Request>();
                declarations.add::<<$command as Command>::Response>();
                let _ = writeln!(
                    commands,
                    "  {}: {{ request: {}; response: {} }};",
                    <$command as Command>::NAME,
                    <<$command as Command>::Request as TS>::name(&declarations.config),
                    <<$command as Command>::Response as TS>::name(&declarations.config),
                );
            )*
        };
    }
    with_commands!(describe);
    let types: Vec<_> = declarations.by_name.into_values().collect();
    format!(
        "{HEADER}\n{}\n/** The event that carries every `AppEvent`. */\nexport const APP_EVENT = \"{APP_EVENT}\";\n\n\
         /** Every command with its request and its response. */\nexport interface Commands {{\n{commands}}}\n",
        types.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn every_type_that_a_command_names_is_declared() {
        let module = module();
        for name in [
            "GroupList",
            "CommandError",
            "PeopleOfGroup",
            "Certainty",
            "SessionState",
        ] {
            assert!(
                module.contains(&format!("export type {name} =")),
                "{name} is used by a command or an event, so the UI needs its declaration"
            );
        }
    }

    #[test]
    fn fields_cross_in_camel_case() {
        let module = module();
        assert!(
            module.contains("lifetimeDays"),
            "variants' fields are renamed too"
        );
        assert!(!module.contains("display_name"));
    }
}
