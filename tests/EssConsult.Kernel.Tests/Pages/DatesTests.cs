using System.Globalization;
using EssConsult.Kernel.Pages;

namespace EssConsult.Kernel.Tests.Pages;

public sealed class DatesTests
{
    [Theory]
    [InlineData("fr-FR", "2027-03-01T08:30:00", "1er mars 2027, 9 h 30")]
    [InlineData("fr-FR", "2027-02-28T23:30:00", "1er mars 2027, 0 h 30")]
    [InlineData("fr-FR", "2027-03-11T08:00:00", "11 mars 2027, 9 h 00")]
    [InlineData("en-GB", "2027-03-01T08:30:00", "1 March 2027, 9:30")]
    public void A_moment_is_written_as_its_reader_writes_it_by_the_clock_of_Paris(string culture, string utc, string written) =>
        DateTime.Parse(utc, CultureInfo.InvariantCulture).MomentIn(CultureInfo.GetCultureInfo(culture)).ShouldBe(written);
}
