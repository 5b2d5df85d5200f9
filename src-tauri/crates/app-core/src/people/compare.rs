//! Who is in which of two groups.

use std::collections::HashSet;

use graph_client::models::Member;
use ipc_contract::people::{CompareRequest, Comparison, Person};

use super::PeopleList;
use super::members::parse;
use super::person::{fold, of_member};
use crate::{Core, CoreError};

impl Core {
    /// Compares the members of two groups, as of the last five minutes; while they cannot be read, as last
    /// known.
    ///
    /// # Errors
    /// When a group's members are not known and cannot be read.
    pub async fn compare(&self, request: &CompareRequest) -> Result<Comparison, CoreError> {
        let session = self.session()?;
        let (left, right) = (parse(&request.left_id)?, parse(&request.right_id)?);
        let client = session.client(self.host()).await?;
        let list = PeopleList::Members;
        let (left, right) = futures::try_join!(
            self.people_list_or_known(&session, &client, &left, list),
            self.people_list_or_known(&session, &client, &right, list),
        )?;
        Ok(compared(&left, &right))
    }
}

fn compared(left: &[Member], right: &[Member]) -> Comparison {
    let ids = |members: &[Member]| -> HashSet<String> {
        members.iter().map(|member| member.id.to_string()).collect()
    };
    let (in_left, in_right) = (ids(left), ids(right));
    let people = |members: &[Member], other: &HashSet<String>, both: bool| {
        let mut people: Vec<Person> = members
            .iter()
            .filter(|member| other.contains(member.id.as_str()) == both)
            .map(of_member)
            .collect();
        people.sort_by_cached_key(|person| (fold(&person.display_name), person.id.clone()));
        people
    };
    Comparison {
        only_left: people(left, &in_right, false),
        only_right: people(right, &in_left, false),
        both: people(left, &in_right, true),
    }
}

#[cfg(test)]
mod tests {
    use super::super::known::tests::member;
    use super::*;

    #[test]
    fn everybody_stands_in_one_of_three_lists_by_name() {
        let person = |number, name| member(number, name, "Member");
        let left = [person(1, "Zoë"), person(2, "Ann"), person(3, "Bo")];
        let right = [person(3, "Bo"), person(4, "Di")];
        let compared = compared(&left, &right);
        let names = |people: &[Person]| -> Vec<String> {
            people
                .iter()
                .map(|person| person.display_name.clone())
                .collect()
        };
        assert_eq!(names(&compared.only_left), ["Ann", "Zoë"]);
        assert_eq!(names(&compared.only_right), ["Di"]);
        assert_eq!(names(&compared.both), ["Bo"]);
    }
}
