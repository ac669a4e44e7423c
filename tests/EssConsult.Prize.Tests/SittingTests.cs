using System.Net;
using EssConsult.JuryRecord;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>The deliberation room: who is there, who leaves for which entry, votes, decisions, all of it in register and minutes.</summary>
public sealed class SittingTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task The_chair_runs_a_sitting_in_which_the_recused_juror_leaves_sees_nothing_and_returns(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, entries, chair, free, recused) = await JudgedAsync(site);
        var room = $"/jury/{edition}/deliberation";
        (await chair.GetAsync(room)).Has("form[action*=Open]").ShouldBeFalse();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        (await free.GetAsync(room)).Has("form[action*=Open]").ShouldBeFalse();
        (await organiser.GetAsync($"/admin/prix/{edition}/deliberation")).Has("form[action*=Open]").ShouldBeFalse();

        var opened = await (await chair.GetAsync(room)).Form("form[action*=Open]").SubmitAsync();
        opened.Text(".notice-title").ShouldBe("La séance est ouverte.");
        opened.Texts("section[aria-labelledby=dossiers-seance] tbody th > span:first-child").ShouldBe(["Deuxième", "Premier"]);
        for (var seat = 0; seat < 3; seat++)
        {
            opened = await opened.Form("form:has(button[value=Present])").SubmitAsync();
        }

        (await recused.GetAsync(room)).Texts("section[aria-labelledby=dossiers-seance] tbody th").ShouldBe(["Deuxième"]);
        var called = await CallAsync(chair, room, "Premier");
        called.Text("section[aria-labelledby=dossier-appele] .notice").ShouldBe("Hors de la salle, par déport : Jurée Liée");
        var outside = await recused.GetAsync(room);
        outside.Text(".notice-title").ShouldBe("Vous êtes hors de la salle");
        outside.Html.ShouldNotContain("Premier");
        outside.Has("section[aria-labelledby=dossiers-seance]").ShouldBeFalse();

        await called.Form("form[action*=Note]").With("Form.Text", "Un projet qui dure.").SubmitAsync();
        var voting = await (await chair.GetAsync(room)).Form("form[action*='handler=Vote']").With("Form.Question", "Distinguer ce dossier ?").SubmitAsync();
        await voting.Form("form[action*=Cast]").SubmitAsync("Pour");
        var cast = await (await free.GetAsync(room)).Form("form[action*=Cast]").SubmitAsync("Contre");
        cast.Has("form[action*=Cast]").ShouldBeFalse();
        var counted = await (await chair.GetAsync(room)).Form("form[action*=Count]").SubmitAsync();
        counted.Text("section[aria-labelledby=dossier-appele] p strong").ShouldBe("1 pour, 1 contre, 0 blancs");
        await counted.Form("form[action*=Decide]").With("Form.Award", "Lauréat").With("Form.Reason", "Il dure, et il est simple.").SubmitAsync();
        await (await chair.GetAsync(room)).Form("section[aria-labelledby=dossier-appele] form[action*='handler=Call']").SubmitAsync();
        (await recused.GetAsync(room)).Has("section[aria-labelledby=dossiers-seance]").ShouldBeTrue();
        (await (await chair.GetAsync(room)).Form("form[action*='handler=Close']").SubmitAsync()).Text(".notice-title").ShouldBe("La séance est levée.");

        var minutes = await organiser.GetAsync($"/admin/prix/{edition}/proces-verbal");
        var attended = minutes.Texts("section[aria-labelledby=pv-seance] ul:first-of-type li");
        attended.Count(line => line.Contains("est là", StringComparison.Ordinal)).ShouldBe(3);
        attended.Where(line => line.Contains("Jurée Liée", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(" : ", StringComparison.Ordinal) + 3)..]).ShouldBe(["est là", "sort, déport du dossier n° 1", "rentre, le dossier n° 1 est terminé"]);
        minutes.Text("section[aria-labelledby=pv-seance]").ShouldNotBeNull().ShouldContain("Un projet qui dure.");
        minutes.Text("section[aria-labelledby=pv-seance]").ShouldNotBeNull().ShouldContain("1 pour, 1 contre, 0 blancs (public, 2 votes reçus.)");
        minutes.Text("section[aria-labelledby=pv-seance]").ShouldNotBeNull().ShouldContain("Lauréat. Il dure, et il est simple.");
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        var verdict = EditionCheck.Of(await organiser.Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json"));
        verdict.Faults.ShouldBeEmpty();
        verdict.Laureates.ShouldHaveSingleItem().Title.ShouldBe("Premier");
        entries.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_ballot_is_one_a_juror_and_round_secret_where_it_is_said_and_refused_to_the_recused_by_the_table(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, entries, chair, free, recused) = await JudgedAsync(site);
        var room = $"/jury/{edition}/deliberation";
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        var page = await (await chair.GetAsync(room)).Form("form[action*=Open]").SubmitAsync();
        for (var seat = 0; seat < 3; seat++)
        {
            page = await page.Form("form:has(button[value=Present])").SubmitAsync();
        }

        page = await CallAsync(chair, room, "Premier");
        page = await page.Form("form[action*='handler=Vote']").With("Form.Question", "Oui ou non ?").With("Form.Secret", "true").SubmitAsync();
        var twice = page.Form("form[action*=Cast]");
        await twice.SubmitAsync("Pour");
        (await twice.SubmitAsync("Contre")).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("Vous avez déjà voté.");
        await (await free.GetAsync(room)).Form("form[action*=Cast]").SubmitAsync("Blanc");

        var (round, ballots) = await site.InDatabaseAsync(async db => (await db.Set<VoteRound>().AsNoTracking().SingleAsync(row => row.EditionId == edition), await db.Set<Ballot>().AsNoTracking().Where(row => row.EntryId == entries[0]).ToListAsync()));
        (round.For, round.Against, round.Blank).ShouldBe((1, 0, 1));
        ballots.Select(ballot => ballot.Choice).ShouldBe([null, null]);
        var seated = await site.InDatabaseAsync(db => db.Set<Juror>().Where(row => row.EditionId == edition && row.PersonId == recused.PersonId).Select(row => row.Id).SingleAsync());
        foreach (var standing in Enum.GetValues<Standing>())
        {
            var refused = await Should.ThrowAsync<Exception>(() => site.InDatabaseAsync(async db =>
            {
                db.Add(new Ballot { RoundId = round.Id, JurorId = seated, EntryId = entries[0], Standing = standing });
                await db.SaveChangesAsync();
            }));
            (refused is RuleException { Code: "vote.recused" } || standing != Standing.Recused).ShouldBeTrue();
        }

        await (await chair.GetAsync(room)).Form("form[action*=Count]").SubmitAsync();
        page = await (await chair.GetAsync(room)).Form("form[action*='handler=Vote']").With("Form.Question", "À main levée ?").With("Form.ByHand", "true").SubmitAsync();
        page.Has("form[action*=Cast]").ShouldBeFalse();
        (await page.Form("form[action*=Count]").With("Form.For", "3").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await (await chair.GetAsync(room)).Form("form[action*=Count]").With("Form.For", "2").SubmitAsync()).Texts("section[aria-labelledby=dossier-appele] p strong").ShouldContain("2 pour, 0 contre, 0 blancs");
    }

    [Theory, OnBothDatabases]
    public async Task A_chair_who_is_recused_does_not_find_the_entry_and_the_team_calls_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, entries, _, _, recused) = await JudgedAsync(site);
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form($"form:has(input[value='{await SeatAsync(site, edition, recused)}'])").SubmitAsync("Confier la présidence");
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        var room = $"/jury/{edition}/deliberation";
        var opened = await (await recused.GetAsync(room)).Form("form[action*=Open]").SubmitAsync();
        opened.Html.ShouldNotContain("Premier");
        var call = opened.Form("section[aria-labelledby=dossiers-seance] form").Press();
        var other = (await call.Content!.ReadAsStringAsync()).Replace(entries[1].ToString(), entries[0].ToString(), StringComparison.Ordinal);
        call.Content = new StringContent(other, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        (await recused.SendAsync(call)).Status.ShouldBe(HttpStatusCode.Conflict);

        await CallAsync(organiser, $"/admin/prix/{edition}/deliberation", "Premier");
        (await recused.GetAsync(room)).Text(".notice-title").ShouldBe("Vous êtes hors de la salle");
    }

    private static Task<Guid> SeatAsync(Site site, string edition, Visitor juror) => site.InDatabaseAsync(db => db.Set<Juror>().Where(row => row.EditionId == edition && row.PersonId == juror.PersonId).Select(row => row.Id).SingleAsync());

    private static async Task<Page> CallAsync(Visitor chair, string room, string title)
    {
        var page = await chair.GetAsync(room);
        return await page.Form($"form:has(button[aria-label='Appeler ce dossier : {title}'])").SubmitAsync();
    }

    /// <summary>Two entries, three jurors of whom one is recused from the first, everything marked and closed.</summary>
    private static async Task<(string Edition, Visitor Organiser, List<Guid> Entries, Visitor Chair, Visitor Free, Visitor Recused)> JudgedAsync(Site site)
    {
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entries = new List<Guid> { await (await site.SignInAsync()).EnterAsync(edition, "Premier"), await (await site.SignInAsync()).EnterAsync(edition, "Deuxième") };
        var (chair, free, recused) = (await site.JurorAsync(organiser, edition, "Jurée Présidente"), await site.JurorAsync(organiser, edition, "Juré Libre"), await site.JurorAsync(organiser, edition, "Jurée Liée"));
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form($"form:has(input[value='{await SeatAsync(site, edition, chair)}'])").SubmitAsync("Confier la présidence");
        site.EndCall();
        foreach (var entry in entries)
        {
            await organiser.ScreenAsync(edition, entry);
        }

        await organiser.OpenScoringAsync(edition);
        await chair.DeclareAsync(edition);
        await free.DeclareAsync(edition);
        await recused.DeclareAsync(edition, (entries[0], ConflictKind.Mandate));
        await chair.MarkAsync(edition, entries[0], 5, 4, 3);
        await free.MarkAsync(edition, entries[0], 3, 2, 3);
        foreach (var juror in new[] { chair, free, recused })
        {
            await juror.MarkAsync(edition, entries[1], 2, 2, 2);
        }

        await organiser.CloseScoringAsync(edition);
        return (edition, organiser, entries, chair, free, recused);
    }
}
