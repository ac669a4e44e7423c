using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class MineTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task Nothing_written_yet_leads_to_the_form(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await (await site.SignInAsync()).GetAsync("/compte/contributions");

        page.Text(".empty-title").ShouldBe("Vous n’avez encore rien écrit");
        page.Document.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/contribuer");
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_is_taken_up_again_and_deleted_for_good_after_a_question(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var author = await site.SignInAsync();
        await DraftAsync(author, process, "Commencée");
        var id = (await RowsAsync(site, process)).Single().ContentItemId;

        var mine = await author.GetAsync("/compte/contributions");
        mine.Document.QuerySelector($"a[href='/contribuer/{id}']").ShouldNotBeNull();
        var question = await author.GetAsync($"/compte/contributions/{id}/supprimer");
        question.Text("main p").ShouldNotBeNull().ShouldContain("Commencée");
        (await site.Visitor().GetAsync($"/compte/contributions/{id}/supprimer")).Has(".button-danger").ShouldBeFalse();
        (await (await site.SignInAsync()).GetAsync($"/compte/contributions/{id}/supprimer")).Status.ShouldBe(HttpStatusCode.NotFound);
        var done = await question.Form("main form").SubmitAsync("Supprimer");

        done.Text(".notice").ShouldBe("Le texte est supprimé.");
        (await RowsAsync(site, process)).ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().CountAsync(row => row.ContentItemId == id))).ShouldBe(0);
        (await question.Form("main form").SubmitAsync("Supprimer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Drafts_that_nobody_takes_up_again_are_deleted_and_the_others_are_not(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync(endsInDays: 700);
        var author = await site.SignInAsync();
        await DraftAsync(author, process, "De quelqu’un");
        await DraftAsync(site.Visitor(), process, "De personne");

        site.Clock.Advance(TimeSpan.FromDays(16));
        await site.RunJobAsync("contribution-draft-purge");
        (await RowsAsync(site, process)).Select(row => row.Title).ShouldBe(["De quelqu’un"]);

        site.Clock.Advance(TimeSpan.FromDays(360));
        await (await site.SignInAsync()).ContributeAsync(process, "Envoyée");
        await site.RunJobAsync("contribution-draft-purge");
        (await RowsAsync(site, process)).Select(row => row.Title).ShouldBe(["Envoyée"]);
    }

    [Theory, OnBothDatabases]
    public async Task Another_displayed_name_stands_on_everything_that_one_wrote(Database database)
    {
        var site = await sites.OnAsync(database);
        var (process, author) = (await site.OpenProcessAsync(), await site.SignInAsync());
        await author.ContributeAsync(process, "Signée autrement");
        await site.CatchUpAsync();
        var row = (await RowsAsync(site, process)).Single();
        (await site.Visitor().GetAsync("/" + row.Path)).Html.ShouldContain(row.AuthorName!);

        await (await author.GetAsync("/compte")).Form("form:has([name=DisplayName])").With("DisplayName", "Maud Le Goff").SubmitAsync();
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/" + row.Path)).Html.ShouldContain("Maud Le Goff");
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(stored => stored.ContentItemId == row.ContentItemId))).Author.ShouldBe("Maud Le Goff");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_was_sent_cannot_be_deleted_by_the_address_of_drafts(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var author = await site.SignInAsync();
        await DraftAsync(author, process, "Envoyée entre-temps");
        var id = (await RowsAsync(site, process)).Single().ContentItemId;
        var question = await author.GetAsync($"/compte/contributions/{id}/supprimer");
        await (await author.GetAsync($"/contribuer/{id}/relire")).Form("main form").SubmitAsync("Envoyer ma contribution");

        var late = await question.Form("main form").SubmitAsync("Supprimer");

        late.Html.ShouldContain("Cette contribution est déjà envoyée.");
        (await RowsAsync(site, process)).Single().State.ShouldBe(ContributionState.Published);
    }

    [Theory, OnBothDatabases]
    public async Task Each_state_is_shown_to_its_author_with_motive_and_what_can_be_done(Database database)
    {
        var site = await sites.OnAsync(database);
        var (open, before) = (await site.OpenProcessAsync("After"), await site.OpenProcessAsync("Before"));
        var author = await site.SignInAsync();
        await author.ContributeAsync(open, "Celle qui paraît");
        await author.ContributeAsync(before, "Celle qui attend");
        await author.ContributeAsync(before, "Celle qu’on refuse");
        var refused = (await RowsAsync(site, before)).Single(row => row.Title == "Celle qu’on refuse");
        var queue = await (await site.SignInAsync("Facilitator")).GetAsync($"/admin/moderation?texte=contribution-{refused.ContentItemId}");
        await queue.Form("#motifs").With("Motive", "OffTopic").With("Note", "Écrivez-nous à propos de la voirie.").SubmitAsync("Refuser");

        var page = await author.GetAsync("/compte/contributions");

        Card(page, "Celle qui paraît").ShouldContain("Publiée le 3 mars 2027");
        Card(page, "Celle qui attend").ShouldContain("En attente de lecture");
        Card(page, "Celle qu’on refuse").ShouldSatisfyAllConditions(
            card => card.ShouldContain("Motif : Hors sujet."), card => card.ShouldContain("Écrivez-nous à propos de la voirie."), card => card.ShouldContain("Reprendre mon texte"));
        page.Texts(".tabs a").ShouldBe(["Toutes 3", "En attente de lecture 1", "Publiées 1", "Non publiées 1"]);
        (await page.FollowAsync("Publiées 1")).Texts("article").Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_paged_and_costs_the_same_for_three_and_for_thirty(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var author = await site.SignInAsync();
        await OwnAsync(site, author, process, 3);
        var few = await author.GetAsync("/compte/contributions");

        await OwnAsync(site, author, process, 30);
        var many = await author.GetAsync("/compte/contributions");

        (few.Texts("main article").Count, many.Texts("main article").Count).ShouldBe((3, MyContributions.PageSize));
        many.Queries.Count.ShouldBe(few.Queries.Count);
        (await many.FollowAsync("Suivante")).Texts("main article").Count.ShouldBe(13);
    }

    private static string Card(Page page, string title) => page.Texts("main article").Single(card => card.Contains(title, StringComparison.Ordinal));

    private static async Task DraftAsync(Visitor author, string process, string title)
    {
        var form = await author.GetAsync($"/contribuer?demarche={process}");
        await form.Form("draft-form form").With("TitlePart.Title", title).With("MarkdownBodyPart.Markdown", "Un début.").WithSector().SubmitAsync("Enregistrer le brouillon");
    }

    private static Task OwnAsync(Site site, Visitor author, string process, int count) => site.UseAsync<IServiceProvider>(async services =>
    {
        var store = (IContentStore)services.GetService(typeof(IContentStore))!;
        for (var number = 0; number < count; number++)
        {
            var item = store.New("Contribution", author.PersonId, "Autrice");
            item.Put(new TitlePart($"De la même main {number}"));
            item.Put(new ContributionPart { ProcessId = process });
            await store.PublishAsync(item, TestContext.Current.CancellationToken);
        }

        await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
    });

    private static Task<List<ContributionRow>> RowsAsync(Site site, string process) => site.InDatabaseAsync(db => db.Set<ContributionRow>().AsNoTracking().Where(row => row.ProcessId == process).ToListAsync());
}
