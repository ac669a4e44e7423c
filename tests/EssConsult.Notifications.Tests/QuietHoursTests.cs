using EssConsult.Notifications.News;

namespace EssConsult.Notifications.Tests;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData(20, 8, 7, true)]
    [InlineData(20, 8, 8, false)]
    [InlineData(20, 8, 19, false)]
    [InlineData(20, 8, 20, true)]
    [InlineData(9, 17, 9, true)]
    [InlineData(9, 17, 17, false)]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 12, false)]
    [InlineData(22, 0, 23, true)]
    [InlineData(22, 0, 0, false)]
    public void Hours_from_the_first_until_the_last_are_quiet_past_midnight_too(int from, int until, int hour, bool quiet) =>
        new QuietHours(from, until, Sunday: false).Cover(new DateTime(2027, 3, 3, hour, 30, 0, DateTimeKind.Unspecified)).ShouldBe(quiet);

    [Fact]
    public void Sunday_is_quiet_only_for_those_who_keep_it() =>
        (new QuietHours(0, 0, Sunday: true).Cover(new DateTime(2027, 3, 7, 12, 0, 0, DateTimeKind.Unspecified)), new QuietHours(0, 0, Sunday: false).Cover(new DateTime(2027, 3, 7, 12, 0, 0, DateTimeKind.Unspecified))).ShouldBe((true, false));
}
