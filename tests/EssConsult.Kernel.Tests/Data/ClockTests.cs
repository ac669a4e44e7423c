using EssConsult.Kernel.Data;
using Microsoft.Extensions.Time.Testing;

namespace EssConsult.Kernel.Tests.Data;

public sealed class ClockTests
{
    [Fact]
    public void Now_is_cut_to_what_PostgreSQL_keeps()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 3, 9, 0, 0, TimeSpan.Zero).AddTicks(12_345_678));

        clock.UtcNow().Ticks.ShouldBe(new DateTime(2027, 3, 3, 9, 0, 0).AddTicks(12_345_670).Ticks);
    }

    [Theory]
    [InlineData("2027-01-15T11:00:00", "2027-01-15T12:00:00")]
    [InlineData("2027-07-15T10:00:00", "2027-07-15T12:00:00")]
    public void Paris_is_one_hour_ahead_in_winter_and_two_in_summer(string utc, string paris)
    {
        var instant = DateTime.SpecifyKind(Parse(utc), DateTimeKind.Utc);

        instant.ToParis().ShouldBe(Parse(paris));
        Parse(paris).FromParis().ShouldBe(instant);
    }

    [Fact]
    public void The_hour_that_March_skips_moves_forward() =>
        new DateTime(2027, 3, 28, 2, 30, 0).FromParis().ShouldBe(new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc));

    private static DateTime Parse(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
