//! The words in which an event comes again (resources/recurrencepattern.md, resources/recurrencerange.md).

use super::text_enum::text_enum;

text_enum!(
    /// How often something comes again.
    RecurrencePatternType {
        /// Every so many days.
        Daily = "daily",
        /// On days of every so many weeks.
        Weekly = "weekly",
        /// On a day of every so many months, such as the 15th.
        AbsoluteMonthly = "absoluteMonthly",
        /// On a weekday of every so many months, such as the second Thursday.
        RelativeMonthly = "relativeMonthly",
        /// On a day of a month every so many years.
        AbsoluteYearly = "absoluteYearly",
        /// On a weekday of a month every so many years.
        RelativeYearly = "relativeYearly",
    }
);

text_enum!(
    /// How long something goes on.
    RecurrenceRangeType {
        /// Until a day.
        EndDate = "endDate",
        /// For ever.
        NoEnd = "noEnd",
        /// So many times.
        Numbered = "numbered",
    }
);

text_enum!(
    /// A day of the week.
    DayOfWeek {
        /// Sunday.
        Sunday = "sunday",
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
    }
);

text_enum!(
    /// Which of the days in a month.
    WeekIndex {
        /// The first.
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth.
        Fourth = "fourth",
        /// The last.
        Last = "last",
    }
);
