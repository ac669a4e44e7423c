using System.Net;
using System.Text.Json;
using EssConsult.Accounts.Contracts;
using EssConsult.JuryRecord;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Privacy;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

/// <summary>Jurors who leave, links that are told too late, people who are erased.</summary>
public sealed class LeavingTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Marks_of_a_juror_who_left_count_no_more_not_even_when_scoring_closes(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un dossier");
        var (staying, leaving) = (await site.JurorAsync(organiser, edition, "Jurée Qui Reste"), await site.JurorAsync(organiser, edition, "Juré Qui Part"));
        await OpenAsync(site, organiser, edition, entry);
        await staying.DeclareAsync(edition);
        await leaving.DeclareAsync(edition);
        await staying.MarkAsync(edition, entry, 5, 5, 5);
        await leaving.MarkAsync(edition, entry, 0, 0, 0);

        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form($"form[action*=Remove]:has(input[value='{(await JurorAsync(site, leaving)).Id}'])").SubmitAsync();
        (await leaving.GetAsync($"/jury/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await organiser.CloseScoringAsync(edition);

        (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Texts("table:not(.insight table) tbody td.number").ShouldBe(["1", "20,00", "1", "20,0 à 20,0"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_link_that_is_told_after_the_close_changes_no_ranking_and_a_recused_organiser_settles_none(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, recused) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un dossier");
        var juror = await site.JurorAsync(organiser, edition, "Jurée Tardive");
        await OpenAsync(site, organiser, edition, entry);
        await site.UseAsync<JuryVerbs>(verbs => verbs.ReportAsync(edition, [new Conflict { EditionId = edition, EntryId = entry, PersonId = recused.PersonId!, Kind = ConflictKind.Mandate, Origin = ConflictOrigin.Reported, AtUtc = DateTime.UnixEpoch }], default));
        await juror.DeclareAsync(edition);
        await juror.MarkAsync(edition, entry, 3, 3, 3);
        await organiser.CloseScoringAsync(edition);
        var settle = (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]");

        var late = await juror.DeclareAsync(edition, (entry, ConflictKind.Family));
        (late.Status, late.Text(".error-summary, .notice-error")!.Contains("Dites ce lien à la présidence", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        using var refused = await recused.WithoutRedirects.PostAsync($"/admin/prix/{edition}/classement?handler=Freeze", new FormUrlEncodedContent([new("__RequestVerificationToken", (await recused.GetAsync($"/admin/prix/{edition}")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.InDatabaseAsync(db => db.Set<EditionResult>().AnyAsync(result => result.EditionId == edition))).ShouldBeFalse();
        await settle.SubmitAsync();
        (await site.InDatabaseAsync(db => db.Set<EditionResult>().SingleAsync(result => result.EditionId == edition))).Content.ShouldContain("\"result\":\"12.00\"");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_erased_takes_their_entry_and_their_sheets_along_and_the_register_still_proves_the_rest(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, gone) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync());
        var (left, stays) = (await gone.EnterAsync(edition, "Le dossier qui part"), await (await site.SignInAsync()).EnterAsync(edition, "Le dossier qui reste"));
        var (juror, erased) = (await site.JurorAsync(organiser, edition, "Jurée Fidèle"), await site.JurorAsync(organiser, edition, "Juré Effacé"));
        (await ExportAsync(site, gone.PersonId!)).ShouldContain("Le dossier qui part");
        await EraseAsync(site, gone.PersonId!);
        (await ExportAsync(site, gone.PersonId!)).ShouldBe("null");
        await OpenAsync(site, organiser, edition, stays);
        await juror.DeclareAsync(edition);
        await erased.DeclareAsync(edition);
        await juror.MarkAsync(edition, stays, 4, 4, 4);
        await erased.MarkAsync(edition, stays, 0, 0, 0);
        await EraseAsync(site, erased.PersonId!);
        await site.CatchUpAsync();

        await organiser.CloseScoringAsync(edition);
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", stays.ToString()).With("Name", "Lauréat").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();

        (await site.InDatabaseAsync(db => db.Set<Entry>().CountAsync(entry => entry.Id == left))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.Set<Juror>().Where(row => row.EditionId == edition).Select(row => row.Name).ToListAsync())).ShouldBe(["Jurée Fidèle", string.Empty], ignoreOrder: true);
        var root = await site.InDatabaseAsync(db => db.Set<Edition>().Where(row => row.ContentItemId == edition).Select(row => row.RecordRoot).SingleAsync());
        var verdict = EditionCheck.Of(await organiser.Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json"), root);
        verdict.Faults.ShouldBeEmpty();
        verdict.Laureates.ShouldHaveSingleItem().Title.ShouldBe("Le dossier qui reste");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_joins_or_leaves_a_jury_that_has_judged(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un dossier");
        var juror = await site.JurorAsync(organiser, edition, "Jurée Assidue");
        await OpenAsync(site, organiser, edition, entry);
        await juror.DeclareAsync(edition);
        await juror.MarkAsync(edition, entry, 3, 3, 3);
        var (leave, acts) = ((await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Remove]"), 0);
        await organiser.CloseScoringAsync(edition);
        acts = await ActsAsync();

        (await leave.SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Should.ThrowAsync<RuleException>(site.UseAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            var late = new Juror { EditionId = edition, Name = "Trop Tard", Email = "tard@exemple.fr", EmailKey = "TARD", InvitedUtc = DateTime.UnixEpoch };
            db.Add(late);
            await db.SaveChangesAsync();
            await services.GetRequiredService<JuryVerbs>().AcceptAsync(await db.Set<Edition>().FirstAsync(row => row.ContentItemId == edition), late, default);
        }))).Code.ShouldBe(JuryVerbs.Late);
        (await ActsAsync()).ShouldBe(acts);

        Task<int> ActsAsync() => site.InDatabaseAsync(db => db.Set<RecordedAct>().CountAsync(act => act.EditionId == edition));
    }

    private static async Task OpenAsync(Site site, Visitor organiser, string edition, Guid entry)
    {
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
    }

    private static Task<Juror> JurorAsync(Site site, Visitor visitor) => site.InDatabaseAsync(db => db.Set<Juror>().AsNoTracking().SingleAsync(row => row.PersonId == visitor.PersonId));

    private static async Task<string> ExportAsync(Site site, string personId) => await site.UseAsync<IServiceProvider, string>(async services => JsonSerializer.Serialize(await services.GetServices<IPersonalData>().Single(data => data is PrizeData).ExportAsync(personId, default)));

    private static Task EraseAsync(Site site, string personId) => site.UseAsync<IServiceProvider>(async services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        await using var write = await db.BeginWriteAsync(default);
        await services.GetServices<IPersonalData>().Single(data => data is PrizeData).EraseAsync(personId, false, default);
        await db.SaveChangesAsync();
        await write.CommitAsync(default);
    });
}
