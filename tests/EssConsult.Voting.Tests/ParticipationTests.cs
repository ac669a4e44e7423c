using EssConsult.Actors.Contracts;
using EssConsult.Tally;

namespace EssConsult.Voting.Tests;

/// <summary>Who voted, by sector and territory, without telling of anybody.</summary>
public sealed class ParticipationTests(VotingSites sites) : IClassFixture<VotingSites>
{
    [Theory, OnBothDatabases]
    public async Task A_group_is_named_from_ten_voters_on_and_the_rest_is_told_together(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "On plante une haie ?");
        await organiser.OpenAsync(id);
        var voters = new List<Visitor>();
        for (var number = 0; number < 22; number++)
        {
            var voter = await site.SignInAsync();
            await voter.VoteAsync(id, ("q-q1", number % 2 == 0 ? "for" : "against"));
            voters.Add(voter);
        }

        await site.UseAsync<IDemoActors>(actors => actors.PutAsync(
        [
            new("haie" + id, "La Pépinière " + id, ActorFamily.Association, null, "Nantes", null, null, [.. voters.Take(12).Select(voter => voter.PersonId!)]),
            new("roseau" + id, "Le Roseau " + id, ActorFamily.Association, null, "Rezé", null, null, [.. voters.Skip(11).Take(2).Select(voter => voter.PersonId!)]),
        ], default));
        (await organiser.GetAsync($"/votes/{id}")).Has("#qui-a-vote").ShouldBeFalse();
        await site.CloseAsync();
        await organiser.CountAsync(id);

        var page = await site.Visitor().GetAsync($"/votes/{id}");
        page.Texts("section[aria-labelledby=qui-a-vote] tbody :is(th, td)").ShouldBe(["Nantes", "11", "Autres, ou non dit", "11"]);
        page.Shown("section[aria-labelledby=qui-a-vote]").ShouldNotContain("Rezé");
        (await organiser.FileAsync($"/votes/{id}/participation.csv")).ShouldContain("\"Par commune\";\"Nantes\";11\r\n");
    }
}
