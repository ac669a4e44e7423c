using System.Net;
using EssConsult.Content.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Room;
using EssConsult.Registration.Tables;
using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class SheetTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task A_sheet_that_its_table_confirmed_becomes_a_contribution_linked_to_the_event_and_the_table(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, phase, organiser) = (await site.EventAsync(title: "Plénière des fiches"), await site.OpenPhaseAsync(), await site.AnimatorAsync());
        var links = await organiser.OpenSheetsAsync(id, 3);

        var confirmed = await (await site.Visitor().WriteAsync(links[2], "Une épicerie ouverte le soir")).ConfirmSheetAsync();
        var sheets = await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches");
        await sheets.Form("#table-3 form.form").With("Phase", $"{phase.Process}/{phase.Phase}").SubmitAsync("Publier cette fiche");
        await site.CatchUpAsync();

        confirmed.Text(".notice-title").ShouldBe("Merci : la table a confirmé sa fiche.");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.Title == "Une épicerie ouverte le soir" && found.ProcessId == phase.Process));
        (row.State, row.AuthorId, row.PhaseId).ShouldBe((ContributionState.Published, null, phase.Phase));
        row.AuthorName.ShouldStartWith("Table 3, Plénière du ");
        var contribution = await site.Visitor().GetAsync("/" + row.Path);
        contribution.Text(".born-at")!.ShouldStartWith("Écrit à la table 3 de Plénière des fiches");
        var path = await site.InDatabaseAsync(db => db.Set<EventRow>().Where(found => found.ContentItemId == id).Select(found => found.Path).SingleAsync());
        (await site.Visitor().GetAsync("/" + path)).Text(".event-born li").ShouldBe("Une épicerie ouverte le soir table 3");
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().Where(found => found.ContentItemId == row.ContentItemId).Select(found => found.Json).SingleAsync())).ShouldContain("\"FromEventPart\"");
        (await site.PublishedAsync<SheetPublished>()).ShouldContain(happened => happened.EventId == id && happened.Table == 3 && happened.ContentItemIds.Single() == row.ContentItemId);
    }

    [Theory, OnBothDatabases]
    public async Task A_cached_page_of_the_event_shows_a_contribution_once_it_is_published_there(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, phase, organiser) = (await site.EventAsync(), await site.OpenPhaseAsync(), await site.AnimatorAsync());
        var links = await organiser.OpenSheetsAsync(id, 1);
        var path = await site.InDatabaseAsync(db => db.Set<EventRow>().Where(found => found.ContentItemId == id).Select(found => found.Path).SingleAsync());
        await (await site.Visitor().WriteAsync(links[0], "Un atelier de réparation")).ConfirmSheetAsync();
        (await site.Visitor().GetAsync("/" + path)).Has(".event-born").ShouldBeFalse();

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Form("form.publish-all").With("Phase", $"{phase.Process}/{phase.Phase}").SubmitAsync();
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/" + path)).Text(".event-born li")!.ShouldStartWith("Un atelier de réparation");
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_stays_on_the_server_and_empty_proposals_are_left_out(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];

        await (await site.Visitor().WriteAsync(link, "Première")).With("Form.Proposals[2].Title", "Troisième").SubmitAsync("Enregistrer le brouillon");
        var page = await site.Visitor().GetAsync(link);

        page.Document.QuerySelectorAll("input[name$='.Title']").Select(input => input.GetAttribute("value")).ShouldBe(["Première", "Troisième", null]);
        (await page.Form("sheet-draft form.form").With("Form.Proposals[0].Title", "").With("Form.Proposals[0].Text", "").SubmitAsync("Enregistrer le brouillon")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.InDatabaseAsync(db => db.Set<SheetProposal>().Where(row => db.Set<TableSheet>().Any(sheet => sheet.Id == row.SheetId && sheet.EventId == id)).Select(row => row.Title).ToListAsync())).ShouldBe(["Troisième"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_written_upon_an_older_draft_is_refused_unless_the_same_browser_wrote_both(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];
        var (one, other) = (site.Visitor(), site.Visitor());
        var (mine, theirs) = (await one.WriteAsync(link, "La mienne"), await other.WriteAsync(link, "La leur"));

        (await one.SendAsync(await AutosaveAsync(mine, "telephone-a"))).Html.ShouldContain("\"revision\":1");
        (await other.SendAsync(await AutosaveAsync(theirs, "telephone-b"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await one.SendAsync(await AutosaveAsync(mine.With("Form.Proposals[0].Title", "La mienne, mieux"), "telephone-a"))).Html.ShouldContain("\"revision\":2");
        var refused = await theirs.SubmitAsync("Enregistrer le brouillon");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text(".error-summary, .validation-summary-errors")!.ShouldContain("Cette fiche vient de changer ailleurs");
        refused.Document.QuerySelector("input[name='Form.Proposals[0].Title']")!.GetAttribute("value").ShouldBe("La leur");
        (await site.InDatabaseAsync(db => db.Set<SheetProposal>().SingleAsync(row => row.Title == "La mienne, mieux"))).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_table_confirms_only_whole_proposals_and_only_when_it_agrees(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];

        (await (await site.Visitor().WriteAsync(link, "Sans accord")).SubmitAsync("La table confirme")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await (await site.Visitor().WriteAsync(link, "Sans texte", string.Empty)).ConfirmSheetAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        (await site.InDatabaseAsync(db => db.Set<TableSheet>().SingleAsync(row => row.EventId == id))).State.ShouldBe(SheetState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task A_confirmed_sheet_is_not_changed_until_it_is_opened_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];
        var late = await site.Visitor().WriteAsync(link, "Trop tard");
        await (await site.Visitor().WriteAsync(link, "À temps")).ConfirmSheetAsync();

        (await late.SubmitAsync("Enregistrer le brouillon")).Status.ShouldBe(HttpStatusCode.Conflict);
        var page = await (await site.Visitor().GetAsync(link)).Form("sheet-draft form").SubmitAsync("Corriger la fiche");

        page.Document.QuerySelector("input[name='Form.Proposals[0].Title']")!.GetAttribute("value").ShouldBe("À temps");
    }

    [Theory, OnBothDatabases]
    public async Task Neither_a_draft_nor_a_closed_step_is_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, phase, organiser) = (await site.EventAsync(), await site.OpenPhaseAsync(), await site.AnimatorAsync());
        var links = await organiser.OpenSheetsAsync(id, 2);
        await (await site.Visitor().WriteAsync(links[0], "Confirmée")).ConfirmSheetAsync();
        var draft = await site.InDatabaseAsync(db => db.Set<TableSheet>().SingleAsync(row => row.EventId == id && row.Table == 2));
        var form = (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Form("#table-1 form.form").With("Phase", $"{phase.Process}/{phase.Phase}");

        (await organiser.SendAsync(await ChangedAsync(form.Press(), body => body.Replace("sheet=", $"sheet={draft.Id}&ignored=", StringComparison.Ordinal)))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await organiser.SendAsync(await ChangedAsync(form.Press(), body => body.Replace("Phase=", "Phase=ailleurs", StringComparison.Ordinal)))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().CountAsync(row => row.ProcessId == phase.Process))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_organisers_who_publish_a_sheet_at_once_publish_it_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, phase, one, other) = (await site.EventAsync(), await site.OpenPhaseAsync(), await site.AnimatorAsync(), await site.AnimatorAsync());
        await (await site.Visitor().WriteAsync((await one.OpenSheetsAsync(id, 1))[0], "Une seule fois")).ConfirmSheetAsync();
        async Task<Form> FormAsync(Visitor organiser) => (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Form("#table-1 form.form").With("Phase", $"{phase.Process}/{phase.Phase}");
        var forms = new[] { await FormAsync(one), await FormAsync(other) };

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync("Publier cette fiche")));

        answers.Select(page => page.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().CountAsync(row => row.ProcessId == phase.Process))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_link_closes_the_old_one_and_an_altered_link_opens_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Form("#table-1 form").SubmitAsync("Donner un nouveau lien");

        (await site.Visitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync(link + "x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync("/fiche")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Sheets_are_opened_once_per_table_and_printed_with_a_code_each(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        await organiser.OpenSheetsAsync(id, 2);

        (await organiser.OpenSheetsAsync(id, 4)).Count.ShouldBe(4);

        var printed = await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches?imprimer=true");
        printed.Document.QuerySelectorAll(".sheet-card svg").Length.ShouldBe(4);
        (await (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Form("form.inline-form").With("Count", "0").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await (await site.SignInAsync()).GetAsync($"/admin/rendez-vous/{id}/fiches")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_of_sheets_takes_the_same_queries_for_one_table_and_for_thirty(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        await organiser.OpenSheetsAsync(id, 1);
        var few = (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Queries.Count;

        await organiser.OpenSheetsAsync(id, 30);

        (await organiser.GetAsync($"/admin/rendez-vous/{id}/fiches")).Queries.Count.ShouldBe(few);
    }

    [Theory, OnBothDatabases]
    public async Task Names_of_those_who_confirmed_are_forgotten_three_months_after_and_the_text_is_not(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());
        var link = (await organiser.OpenSheetsAsync(id, 1))[0];
        await (await site.Visitor().WriteAsync(link, "Un jardin")).With("Form.ConfirmedBy", "Ana et Luc").ConfirmSheetAsync();

        await site.RunJobAsync("sheet-names");
        (await site.InDatabaseAsync(db => db.Set<TableSheet>().SingleAsync())).ConfirmedBy.ShouldBe("Ana et Luc");
        site.Clock.Advance(TimeSpan.FromDays(30 + 93));
        await site.RunJobAsync("sheet-names");

        (await site.InDatabaseAsync(db => db.Set<TableSheet>().SingleAsync())).ConfirmedBy.ShouldBeNull();
        (await site.InDatabaseAsync(db => db.Set<SheetProposal>().SingleAsync())).Title.ShouldBe("Un jardin");
    }

    [Theory, OnBothDatabases]
    public async Task Minutes_begin_with_who_came_and_stand_on_the_page_of_the_event_once_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(title: "Plénière à raconter"), await site.AnimatorAsync());
        await site.SeatedAsync(id);
        var path = await site.InDatabaseAsync(db => db.Set<EventRow>().Where(found => found.ContentItemId == id).Select(found => found.Path).SingleAsync());

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/compte-rendu")).Form("main form").SubmitAsync("Commencer un compte rendu");
        (await site.Visitor().GetAsync("/" + path)).Has(".event-minutes").ShouldBeFalse();
        var minutes = await site.InDatabaseAsync(db => db.Set<EventOrigin>().Where(row => row.EventId == id).Select(row => row.ContentItemId).SingleAsync());
        await site.WriteAsync(async (store, _) =>
        {
            var item = (await store.FindAsync(minutes, ContentVersion.Latest, default))!;
            item.Put(new MinutesPart { EventId = id, Attendance = 1, Decisions = "Ouvrir l’épicerie\nChercher un local" });
            await store.PublishAsync(item, default);
        });

        var shown = await (await site.Visitor().GetAsync("/" + path)).FollowAsync("Compte rendu : Plénière à raconter");
        shown.Texts("section[aria-labelledby=decisions] li").ShouldBe(["Ouvrir l’épicerie", "Chercher un local"]);
        shown.Text("main dl.facts")!.ShouldContain("Personnes présentes1");
    }

    [Theory, OnBothDatabases]
    public async Task Removing_the_demonstration_removes_what_was_said_at_its_events(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (id, organiser) = (await site.EventAsync(change: (date, places) => (date["Demo"], places["Wishes"]) = (true, true)), await site.AnimatorAsync());
        await site.SeatedAsync(id);
        await (await site.Visitor().WriteAsync((await organiser.OpenSheetsAsync(id, 1))[0], "Fictive")).ConfirmSheetAsync();
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/compte-rendu")).Form("main form").SubmitAsync();
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables")).Form("form.form-compose").With("Form.Tables", "1").SubmitAsync();
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-seed").With("Seed", "fictive").SubmitAsync();

        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await ((IEnumerable<IDemoPiece>)services.GetService(typeof(IEnumerable<IDemoPiece>))!).Single(piece => piece.Label == "Rendez-vous fictifs").RemoveAsync([], default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.InDatabaseAsync(async db => new[]
        {
            await db.Set<EventRow>().CountAsync(row => row.ContentItemId == id), await db.Set<TableSheet>().CountAsync(), await db.Set<SheetProposal>().CountAsync(), await db.Set<StoredPlan>().CountAsync(),
            await db.Set<TableSeat>().CountAsync(), await db.Set<WishSeed>().CountAsync(), await db.Set<EventOrigin>().CountAsync(),
        })).ShouldAllBe(count => count == 0);
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().CountAsync(row => row.ContentType == "EventMinutes"))).ShouldBe(0);
    }

    private static async Task<HttpRequestMessage> AutosaveAsync(Form form, string writer)
    {
        var request = await ChangedAsync(form.Press(), body => body.Replace("Form.Writer=", "Form.Writer=" + writer, StringComparison.Ordinal));
        request.RequestUri = new Uri(request.RequestUri + "&handler=Autosave", UriKind.Relative);
        return request;
    }

    private static async Task<HttpRequestMessage> ChangedAsync(HttpRequestMessage request, Func<string, string> change)
    {
        request.Content = new StringContent(change(await request.Content!.ReadAsStringAsync()), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return request;
    }
}
