using EssConsult.Tally;

namespace EssConsult.Voting.Tests;

/// <summary>Circuits that hear of votes.</summary>
public sealed class CircuitTests
{
    [Theory, OnBothDatabases]
    public async Task Circuits_hear_once_that_a_vote_opens_and_that_it_closes(Database database)
    {
        await using var site = await CircuitSites.StartAsync(database, CircuitSites.Telling("EssBallotOpenedEvent", "Ouvert"), CircuitSites.Telling("EssBallotClosedEvent", "Clos"));
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "Ouvrir le lundi");
        await site.SetAsync(organiser, id, ("Form.Regime", "Open"));

        await organiser.OpenAsync(id);
        await site.UntilAsync(async () => await site.ToldAsync("Ouvert") > 0);
        (await site.ToldAsync("Clos")).ShouldBe(0);
        await site.CloseAsync();
        await site.UntilAsync(async () => await site.ToldAsync("Clos") > 0);

        (await site.ToldAsync("Ouvert"), await site.ToldAsync("Clos")).ShouldBe((1, 1));
    }
}
