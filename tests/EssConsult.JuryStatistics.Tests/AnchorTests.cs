using EssConsult.JuryStatistics.Severity;

namespace EssConsult.JuryStatistics.Tests;

public sealed class AnchorTests
{
    private static readonly (int Entry, int Juror)[] TwoPanels = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (3, 2)];

    [Fact]
    public void Two_panels_are_joined_by_one_reading_of_an_entry_that_most_have_marked()
    {
        var readings = Anchors.Propose(4, 3, TwoPanels, new HashSet<(int Entry, int Juror)>());

        readings.ShouldBe([new AnchorReading(0, 2)]);
        Design.Parts(4, 3, [.. TwoPanels, .. readings.Select(reading => (reading.Entry, reading.Juror))]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Whoever_is_recused_from_an_anchor_is_not_asked_to_mark_it()
    {
        Anchors.Propose(4, 3, TwoPanels, new HashSet<(int Entry, int Juror)> { (0, 2) }).ShouldBe([new AnchorReading(1, 2)]);
        Anchors.Propose(4, 3, TwoPanels, new HashSet<(int Entry, int Juror)> { (0, 2), (1, 2) }).ShouldHaveSingleItem().ShouldBe(new AnchorReading(2, 0));
        Anchors.Propose(4, 3, TwoPanels, new HashSet<(int Entry, int Juror)> { (0, 2), (1, 2), (2, 0), (2, 1), (3, 0), (3, 1) }).ShouldBeEmpty();
    }

    [Fact]
    public void One_part_needs_nothing_and_so_many_parts_one_reading_less()
    {
        Anchors.Propose(2, 2, [(0, 0), (1, 0), (1, 1)], new HashSet<(int Entry, int Juror)>()).ShouldBeEmpty();
        Anchors.Propose(4, 4, [(0, 0), (1, 1), (2, 2), (3, 3)], new HashSet<(int Entry, int Juror)>()).Count.ShouldBe(3);
    }
}
