using EssConsult.Kernel.Data;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>Fake votes wait, honest ones do not; two officers decide, and whoever is concerned may contest.</summary>
public sealed class QuarantineTests(VotingSites sites) : IClassFixture<VotingSites>
{
    private const int Fakes = 7, Honest = 4;

    [Theory, OnBothDatabases]
    public async Task A_burst_waits_while_honest_votes_stay_and_the_numbers_are_published_by_reason(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, fakes, honest) = await BurstAsync(site, await site.OrganiserAsync());

        var rows = await site.QuarantineAsync(id);
        rows.Count.ShouldBe(Fakes);
        rows.ShouldAllBe(row => row.Reason == QuarantineReason.Burst);
        rows.Select(row => row.Group).Distinct().ShouldHaveSingleItem();
        (await site.VotesAsync(id)).Count(vote => vote.Quarantine is null).ShouldBe(Honest);
        var mail = (await site.MailsToAsync(fakes[0]))[^1];
        mail.ShouldSatisfyAllConditions(text => text.ShouldContain("en vérification"), text => text.ShouldContain("trop vite pour être lus"), text => text.ShouldContain("/contester"));
        (await site.MailsToAsync(honest[0])).Count.ShouldBe(1);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        site.Clock.Advance(now.Date.AddHours(now.Hour + 1).AddMinutes(1) - now);
        await site.RunJobAsync("ballot-hours");
        (await site.HoursAsync(id))[^1].ShouldSatisfyAllConditions(hour => hour.Received.ShouldBe(Fakes + Honest), hour => hour.Quarantined.ShouldBe("""{"burst":7}"""));
        (await site.Visitor().GetAsync($"/votes/{id}")).Shown("section[aria-labelledby=heures] tbody").ShouldContain("7");
    }

    [Theory, OnBothDatabases]
    public async Task Two_officers_decide_by_constraint_the_voter_contests_and_the_count_waits_for_all_of_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (first, second) = (await site.OrganiserAsync(), await site.OrganiserAsync());
        var (id, fakes, _) = await BurstAsync(site, first);
        await site.CloseAsync();
        (await first.CountAsync(id)).Shown("main").ShouldContain("en cours d’examen");
        await site.RunJobAsync("ballot-screening");
        (await first.CountAsync(id)).Shown("main").ShouldContain("7 votes attendent la commission");

        var page = await first.GetAsync($"/admin/votes/{id}/verification");
        page.Shown("main").ShouldSatisfyAllConditions(text => text.ShouldContain("Rafale"), text => text.ShouldNotContain("exemple"), text => text.ShouldNotContain("four à pain"));
        (await first.ProposeAsync(id, keeps: false)).Shown(".notice-success").ShouldContain("une autre personne");
        await ConfirmAloneAsync(site, first, id);
        (await second.DecideAsync(id)).Shown(".notice-success").ShouldContain("Décision confirmée");
        await site.CatchUpAsync();
        (await site.QuarantineAsync(id)).ShouldAllBe(row => row.State == QuarantineState.Excluded);
        (await first.CountAsync(id)).Shown("main").ShouldContain("peuvent être contestés jusqu’au");

        (await site.MailsToAsync(fakes[0]))[^1].ShouldSatisfyAllConditions(text => text.ShouldContain("ne compte pas"), text => text.ShouldContain("Votes d’un programme."));
        var voter = site.Visitor();
        var link = await site.LinkAsync(fakes[0], "contester");
        (await (await voter.GetAsync(link)).Form("main form").With("Text", "Nous étions en classe.").SubmitAsync("Je conteste")).Shown(".notice-success").ShouldContain("La commission a votre message");
        (await voter.GetAsync(link)).Has("main form").ShouldBeFalse("once");
        (await first.CountAsync(id)).Shown("main").ShouldContain("Un vote attend la commission");

        (await second.GetAsync($"/admin/votes/{id}/verification?conteste=true&groupe={(await site.QuarantineAsync(id))[0].Group}")).Shown("tbody").ShouldContain("Nous étions en classe.");
        await second.ProposeAsync(id, keeps: true, "Une classe.");
        await first.DecideAsync(id);
        await site.CatchUpAsync();
        (await site.MailsToAsync(fakes[0]))[^1].ShouldContain("il compte");
        await site.RunJobAsync("ballot-screening");
        (await site.QuarantineAsync(id)).Count(row => row.State == QuarantineState.Kept).ShouldBe(1, "what two officers kept is not stopped again");
        site.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        (await voter.GetAsync(await site.LinkAsync(fakes[1], "contester"))).Has("main form").ShouldBeFalse("too late");
        (await (await site.OrganiserAsync()).CountAsync(id)).Shown(".notice-success").ShouldContain("dépouillé");

        var published = await site.Visitor().GetAsync($"/votes/{id}");
        published.Texts("section[aria-labelledby=ecartes] tbody :is(th, td)").ShouldBe(["Rafale", "6"]);
        published.Shown(".ballot-results").ShouldContain("Bulletins : 5");
        var ballot = await site.BallotAsync(id);
        EssConsult.BallotRecord.BallotBox.Read(ballot.Box!).Excluded!["burst"].ShouldBe(Fakes - 1);
        EssConsult.BallotRecord.Recount.Of(ballot.Rule!, ballot.Box!).Write().ShouldBe(ballot.Result);
        EssConsult.BallotRecord.BallotRule.HashOf(await site.Visitor().FileAsync($"/votes/{id}/resultat.json")).ShouldBe(ballot.ResultHash);
    }

    [Theory, OnBothDatabases]
    public async Task The_second_officer_may_disagree_and_a_vote_that_is_cast_anew_is_looked_at_anew(Database database)
    {
        var site = await sites.OnAsync(database);
        var (first, second) = (await site.OrganiserAsync(), await site.OrganiserAsync());
        var (id, fakes, _) = await BurstAsync(site, first);
        await first.ProposeAsync(id, keeps: false);
        (await (await second.GetAsync($"/admin/votes/{id}/verification")).Form("form[action*='handler=Confirm']").SubmitAsync("Ne pas suivre cette proposition")).Shown(".notice-success").ShouldContain("retirée");
        (await site.QuarantineAsync(id)).ShouldAllBe(row => row.State == QuarantineState.Waiting && row.ProposedById == null);

        await site.VoteByMailAsync(id, fakes[0], "o3");
        await site.ScreenAsync();

        (await site.QuarantineAsync(id)).Count.ShouldBe(Fakes - 1);
        (await site.VotesAsync(id)).Count(vote => vote.Quarantine is null).ShouldBe(Honest + 1);
    }

    [Theory, OnBothDatabases]
    public async Task A_contest_voids_the_proposal_and_nobody_decides_about_votes_that_were_not_shown(Database database)
    {
        var site = await sites.OnAsync(database);
        var (first, second) = (await site.OrganiserAsync(), await site.OrganiserAsync());
        var (id, fakes, _) = await BurstAsync(site, first);
        await first.ProposeAsync(id, keeps: false);
        var before = await second.GetAsync($"/admin/votes/{id}/verification?etat=Proposed");

        await (await site.Visitor().GetAsync(await site.LinkAsync(fakes[0], "contester"))).Form("main form").With("Text", "Nous étions en classe.").SubmitAsync("Je conteste");

        (await site.QuarantineAsync(id)).Single(row => row.AppealedUtc is not null).ShouldSatisfyAllConditions(row => row.State.ShouldBe(QuarantineState.Waiting), row => row.ProposedById.ShouldBeNull());
        (await before.Form("form[action*='handler=Confirm']").SubmitAsync()).Shown("main").ShouldContain("Rechargez la page");
        (await site.QuarantineAsync(id)).Count(row => row.State == QuarantineState.Proposed).ShouldBe(Fakes - 1);

        await second.ProposeAsync(id, keeps: true, "Une classe.");
        (await second.DecideAsync(id)).Shown(".notice-success").ShouldContain("Décision confirmée");

        var rows = await site.QuarantineAsync(id);
        rows.Count(row => row.State == QuarantineState.Excluded).ShouldBe(Fakes - 1);
        rows.Single(row => row.State == QuarantineState.Proposed).Keeps.ShouldBe(true);
    }

    [Theory, OnBothDatabases]
    public async Task A_disposable_mailbox_and_numbered_names_wait_each_with_their_reason_and_lists_are_filtered(Database database)
    {
        var site = await sites.OnAsync(database);
        var officer = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(officer);
        await site.VoteByMailAsync(id, $"x{id:N}@yopmail.com", "o2");
        for (var number = 1; number <= 8; number++)
        {
            await site.VoteByMailAsync(id, $"fan{number}@exemple{id:N}.fr", "o1", TimeSpan.FromSeconds(20 + (number * number * 7 % 60)));
        }

        await site.ScreenAsync();

        (await site.QuarantineAsync(id)).GroupBy(row => row.Reason).ToDictionary(same => same.Key, same => same.Count()).ShouldBe(new Dictionary<QuarantineReason, int> { [QuarantineReason.Disposable] = 1, [QuarantineReason.Sequence] = 8 }, ignoreOrder: true);
        var filtered = await officer.GetAsync($"/admin/votes/{id}/verification?motif=Disposable");
        filtered.Texts("section.panel h2").ShouldHaveSingleItem().ShouldContain("Adresse jetable");
        (await officer.GetAsync($"/admin/votes/{id}/verification")).Queries.Count.ShouldBe(filtered.Queries.Count, "two groups take no more queries than one");
        (await officer.GetAsync($"/admin/votes/{id}/verification?motif=Drip")).Has("section.panel").ShouldBeFalse();
        (await (await site.SignInAsync()).GetAsync($"/admin/votes/{id}/verification")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    /// <summary>The page offers no such button; the table refuses whoever does without it.</summary>
    private static async Task ConfirmAloneAsync(Site site, Visitor officer, Guid id)
    {
        var page = await officer.GetAsync($"/admin/votes/{id}/verification");
        page.Html.ShouldNotContain("Confirmer : écarter");
        var sight = page.Document.QuerySelector("main form[action*='handler=Confirm'] input[name=Sight]")!.GetAttribute("value")!;
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var alone = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/admin/votes/{id}/verification?handler=Confirm") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Sight", sight)]) });
        alone.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        alone.Shown("main").ShouldContain("Une autre personne que celle qui propose doit confirmer.");
        (await site.QuarantineAsync(id)).ShouldAllBe(row => row.State == QuarantineState.Proposed);
    }

    /// <summary>Seven votes of a program within a minute, among honest ones of the same choice and of another.</summary>
    private static async Task<(Guid Id, IReadOnlyList<string> Fakes, IReadOnlyList<string> Honest)> BurstAsync(Site site, Visitor organiser)
    {
        var id = await site.OpenPublicAsync(organiser);
        string[] honest = [.. Enumerable.Range(0, Honest).Select(number => $"{"abcd"[number]}.{id:N}@domaine{number}.fr")];
        foreach (var (number, address) in honest.Index())
        {
            await site.VoteByMailAsync(id, address, number == 0 ? "o2" : "o1", PublicPolls.Reading + TimeSpan.FromSeconds(number * 13));
        }

        var now = site.Clock.GetUtcNow().UtcDateTime;
        site.Clock.Advance(TimeSpan.FromSeconds(61 - now.Second));
        string[] fakes = [.. Enumerable.Range(0, Fakes).Select(number => $"{"tuvwxyz"[number]}{number}.{id:N}@exemple{number}.org")];
        foreach (var address in fakes)
        {
            await site.VoteByMailAsync(id, address, "o1", TimeSpan.FromSeconds(1));
        }

        await site.ScreenAsync();
        return (id, fakes, honest);
    }
}
