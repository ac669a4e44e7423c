using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class ModerationTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_refused_text_goes_back_to_its_author_with_the_motive(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, id) = await SubmittedAsync(site, "Achetez mes pneus");

        var queue = await moderator.GetAsync($"/admin/moderation?texte=contribution-{id}");
        await queue.Form("#motifs").With("Motive", "Spam").SubmitAsync("Refuser");

        var row = await RowAsync(site, id);
        (row.State, row.Motive).ShouldBe((ContributionState.Refused, "Spam"));
        (await author.GetAsync("/" + row.Path)).Html.ShouldContain("Publicité");
        (await site.Visitor().GetAsync("/" + row.Path)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await site.PublishedAsync<ContributionRefused>()).ShouldContain(refused => refused.ContentItemId == id);
    }

    [Theory, OnBothDatabases]
    public async Task Refusing_without_a_motive_changes_nothing_and_says_so(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, id) = await SubmittedAsync(site, "Un texte convenable");

        var queue = await moderator.GetAsync($"/admin/moderation?texte=contribution-{id}");
        var page = await queue.Form("#motifs").SubmitAsync("Refuser");

        page.Html.ShouldContain("Choisissez un motif.");
        (await RowAsync(site, id)).State.ShouldBe(ContributionState.Submitted);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_moderator_is_told_that_the_first_has_decided(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, id) = await SubmittedAsync(site, "Deux regards");
        var second = await site.SignInAsync("Facilitator");
        var one = await moderator.GetAsync($"/admin/moderation?texte=contribution-{id}");
        var two = await second.GetAsync($"/admin/moderation?texte=contribution-{id}");

        await one.Form("article form").SubmitAsync("Accepter et publier");
        var late = await two.Form("#motifs").With("Motive", "Spam").SubmitAsync("Refuser");

        late.Html.ShouldContain("Quelqu’un a déjà décidé pour ce texte");
        (await RowAsync(site, id)).State.ShouldBe(ContributionState.Published);
    }

    [Theory, OnBothDatabases]
    public async Task A_removed_text_keeps_its_address_with_date_and_motive(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();
        await author.ContributeAsync(process, "À retirer " + process[^4..]);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));

        var edit = await author.GetAsync($"/{row.Path}/modifier");
        await edit.Form("main details form").SubmitAsync("Retirer ma contribution");
        await site.CatchUpAsync();
        var page = await site.Visitor().GetAsync("/" + row.Path);

        page.Status.ShouldBe(System.Net.HttpStatusCode.Gone);
        page.Text(".lede").ShouldNotBeNull().ShouldContain("3 mars 2027");
        page.Text(".lede").ShouldNotBeNull().ShouldContain("à la demande de son auteur");
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_is_counted_in_the_menu_and_on_the_first_page_for_those_who_may_deal_with_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, _) = await SubmittedAsync(site, "À lire avant midi");

        var first = await moderator.GetAsync("/admin");
        var waiting = first.Text(".admin-menu a[href='/admin/moderation'] .count").ShouldNotBeNull();

        int.Parse(waiting.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        first.Text(".stats a[href='/admin/moderation'] strong").ShouldBe(waiting.Split(' ')[0]);
        first.Text(".admin-menu a[aria-current]").ShouldBe("À traiter");
        first.Has(".admin-menu a[href='/admin/roles']").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_citizen_cannot_reach_the_queue(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await (await site.SignInAsync()).GetAsync("/admin/moderation");

        page.Has(".queue").ShouldBeFalse();
        page.Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task<(Visitor Author, Visitor Moderator, string Id)> SubmittedAsync(Site site, string title)
    {
        var process = await site.OpenProcessAsync("Before");
        var author = await site.SignInAsync();
        await author.ContributeAsync(process, title);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        return (author, await site.SignInAsync("Facilitator"), row.ContentItemId);
    }

    private static Task<ContributionRow> RowAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ContentItemId == id));
}
