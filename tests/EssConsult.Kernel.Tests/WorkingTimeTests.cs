using CsCheck;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Tests;

public sealed class WorkingTimeTests
{
    /// <summary>Dates of Easter: Institut de mécanique céleste et de calcul des éphémérides, table 2020–2030.</summary>
    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2030, 4, 21)]
    public void Easter_falls_where_the_almanac_says(int year, int month, int day) => WorkingTime.Easter(year).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void France_has_eleven_public_holidays_a_year() =>
        Enumerable.Range(0, 365).Select(new DateOnly(2027, 1, 1).AddDays).Where(WorkingTime.IsHoliday).ShouldBe(
        [
            new(2027, 1, 1), new(2027, 3, 29), new(2027, 5, 1), new(2027, 5, 6), new(2027, 5, 8), new(2027, 5, 17), new(2027, 7, 14), new(2027, 8, 15), new(2027, 11, 1), new(2027, 11, 11), new(2027, 12, 25),
        ]);

    [Theory]
    [InlineData("2027-03-03T10:00", "2027-03-03T10:00")]
    [InlineData("2027-03-03T07:59", "2027-03-03T08:00")]
    [InlineData("2027-03-03T20:00", "2027-03-04T08:00")]
    [InlineData("2027-03-05T21:00", "2027-03-08T08:00")]
    [InlineData("2027-03-27T10:00", "2027-03-30T08:00")]
    [InlineData("2027-12-31T22:00", "2028-01-03T08:00")]
    public void What_falls_at_night_or_on_a_day_off_moves_to_the_next_opening(string wall, string expected) => WorkingTime.OnOrAfter(Utc(wall)).ShouldBe(Utc(expected));

    [Theory]
    [InlineData("2027-03-03T10:00", 1, "2027-03-04T10:00")]
    [InlineData("2027-03-05T10:00", 1, "2027-03-08T10:00")]
    [InlineData("2027-03-25T10:00", 2, "2027-03-30T10:00")]
    [InlineData("2027-03-05T22:00", 1, "2027-03-09T08:00")]
    public void Working_days_are_counted_by_the_clock_of_Paris(string wall, int days, string expected) => WorkingTime.AddDays(Utc(wall), days).ShouldBe(Utc(expected));

    [Theory]
    [InlineData("2027-03-03T10:00", 4, "2027-03-03T14:00")]
    [InlineData("2027-03-03T10:00", 24, "2027-03-05T10:00")]
    [InlineData("2027-03-05T19:00", 24, "2027-03-09T19:00")]
    [InlineData("2027-03-03T23:00", 24, "2027-03-05T20:00")]
    [InlineData("2027-03-26T18:00", 3, "2027-03-30T09:00")]
    public void Working_hours_stop_at_night_and_go_on_the_next_working_morning(string wall, int hours, string expected) => WorkingTime.AddHours(Utc(wall), hours).ShouldBe(Utc(expected));

    [Fact]
    public void Working_hours_never_end_at_night() =>
        Gen.Select(Gen.Int[0, 5_000_000], Gen.Int[0, 100]).Sample((minutes, hours) =>
        {
            var wall = WorkingTime.AddHours(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes), hours).ToParis();
            return wall.TimeOfDay >= TimeSpan.FromHours(8) && wall.TimeOfDay <= TimeSpan.FromHours(20) && WorkingTime.IsWorkingDay(DateOnly.FromDateTime(wall));
        });

    [Fact]
    public void The_next_opening_is_never_earlier_and_always_within_working_time() =>
        Gen.Int[0, 5_000_000].Sample(minutes =>
        {
            var from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            var at = WorkingTime.OnOrAfter(from);
            var wall = at.ToParis();
            return at >= from && wall.Hour is >= 8 and < 20 && WorkingTime.IsWorkingDay(DateOnly.FromDateTime(wall)) && WorkingTime.OnOrAfter(at) == at && at - from < TimeSpan.FromDays(6);
        });

    private static DateTime Utc(string wall) => DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture).FromParis();
}
