using EssConsult.JuryStatistics.Marks;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>Eurovision 2016 and 2017 (Amsterdam Music Lab, MIT): five jurors a country rank every song but their own country's, and the mean rank gives 12, 10, 8, 7 … 1 points.</summary>
public sealed class EurovisionTests
{
    private static readonly int[] Points = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

    [Fact]
    public void The_points_of_all_168_juries_are_those_of_their_mean_ranks()
    {
        if (Read() is not var (juries, official))
        {
            return;
        }

        int Consistent(Func<IReadOnlyCollection<decimal>, decimal?> rule) => juries.Count(jury => Standings.Order(jury.Value.Keys, song => -rule(jury.Value[song])).GroupBy(place => place.Rank).All(group =>
        {
            // Equal ones share their places' points in an order that was not published.
            var places = Enumerable.Range(group.Key - 1, group.Count()).Select(place => place < Points.Length ? Points[place] : 0);
            return group.Select(place => official[(jury.Key, place.Entry)]).OrderDescending().SequenceEqual(places);
        }));

        TestContext.Current.TestOutputHelper!.WriteLine($"{Consistent(PanelMark.Mean)} of {juries.Count} juries; {Consistent(PanelMark.Median)} by medians");
        (juries.Count, Consistent(PanelMark.Mean)).ShouldBe((168, 168));
        Consistent(PanelMark.Median).ShouldBeLessThan(84);
    }

    /// <summary>Published as an example: 2, 5, 19, 8 and 7 make a mean of 8.2, the eighth place and three points.</summary>
    [Fact]
    public void France_gave_Spain_three_points_in_2016()
    {
        if (Read() is not var (juries, official))
        {
            return;
        }

        var jury = new Jury("2016", "final", "FR");

        PanelMark.Mean(juries[jury]["ES"]).ShouldBe(8.2m);
        Standings.Order(juries[jury].Keys, song => -PanelMark.Mean(juries[jury][song])).Single(place => place.Entry == "ES").Rank.ShouldBe(8);
        official[(jury, "ES")].ShouldBe(3);
        juries[jury].Keys.ShouldNotContain("FR");
    }

    private static (Dictionary<Jury, Dictionary<string, decimal[]>> Juries, Dictionary<(Jury, string), int> Official)? Read()
    {
        if (RealData.Read("eurovision-jurors-2016-2022.csv") is not { } ranks || RealData.Read("eurovision-votes-2016-2022.csv") is not { } votes)
        {
            return null;
        }

        var juries = ranks.Where(line => line[0] is "2016" or "2017").GroupBy(Jury.Of)
            .ToDictionary(jury => jury.Key, jury => jury.ToDictionary(line => line[8], line => line[3..8].Where(rank => rank != "NA").Select(RealData.Number).ToArray()));
        return (juries, votes.Where(line => line[0] is "2016" or "2017").ToDictionary(line => (Jury.Of(line), line[3]), line => int.Parse(line[6], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private sealed record Jury(string Year, string Round, string Country)
    {
        public static Jury Of(string[] line) => new(line[0], line[1], line[2]);
    }
}
