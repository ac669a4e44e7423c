using System.Net;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using EssConsult.Discussion.Features.Reports;
using EssConsult.Discussion.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

public sealed class ReportTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Anybody_reports_without_an_account_and_once_per_browser(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var (first, second) = (site.Visitor(), site.Visitor());

        (await SendAsync(first, $"/signaler/contenu/{item}", "Spam")).Text(".notice-title").ShouldBe("Merci, votre signalement est transmis");
        var again = await SendAsync(first, $"/signaler/contenu/{item}", "Insult");
        (again.Status, again.Text(".error-summary li")).ShouldBe((HttpStatusCode.Conflict, "Vous avez déjà signalé ce texte : il sera relu."));
        (await SendAsync(second, $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(HttpStatusCode.OK);

        (await site.CountsAsync(item)).OpenReports.ShouldBe(2);
        var stored = await ReportsAsync(site, item);
        stored.Select(report => (report.ReporterId, report.State)).ShouldBe([(null, ReportState.Open), (null, ReportState.Open)]);
        stored.ShouldAllBe(report => !first.Cookies.Cookies.Values.Contains(report.BrowserHash));
    }

    [Theory, OnBothDatabases]
    public async Task After_a_decision_the_same_browser_may_report_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var visitor = site.Visitor();
        await SendAsync(visitor, $"/signaler/contenu/{item}", "Spam");

        await site.UseAsync<IReports>(reports => reports.CloseAsync(item, ReportState.Cleared, "moderator-1", CancellationToken.None));
        (await site.CountsAsync(item)).OpenReports.ShouldBe(0);

        (await SendAsync(visitor, $"/signaler/contenu/{item}", "Insult")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountsAsync(item)).OpenReports.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_comment_is_reported_by_its_link(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var id = await site.CommentAsync(item, People.NewId(), "Gros mots");

        var page = await (await site.Visitor().GetAsync($"/discussion/{item}?lien")).Document.QuerySelector(".comment a[href*='signaler']")!.GetAttribute("href")!.OpenAsync(site.Visitor());
        page.Text("blockquote .comment-body").ShouldBe("Gros mots");
        await page.Form("main .form").With("Motive", "Insult").SubmitAsync();

        (await ReportsAsync(site, item)).ShouldHaveSingleItem().CommentId.ShouldBe(id);
        (await site.CountsAsync(item)).OpenReports.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Other_motives_want_a_word(Database database)
    {
        var site = await sites.OnAsync(database);
        var page = await SendAsync(site.Visitor(), $"/signaler/contenu/{sites.Owner.Item()}", "Other");

        (page.Status, page.Text("#Comment-error")).ShouldBe((HttpStatusCode.Conflict, "Dites en quelques mots ce qui ne va pas."));
    }

    [Theory, OnBothDatabases]
    public async Task A_machine_that_fills_in_every_field_is_thanked_and_forgotten(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();

        var page = await site.Visitor().GetAsync($"/signaler/contenu/{item}");
        page = await page.Form("main .form").With("Motive", "Spam").With("Website", "https://example.org").SubmitAsync();

        page.Text(".notice-title").ShouldBe("Merci, votre signalement est transmis");
        (await ReportsAsync(site, item)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_is_stopped_at_fifty_an_hour_and_the_others_behind_its_address_are_not()
    {
        await using var site = await sites.StartAsync(Database.Sqlite);
        var item = sites.Owner.Item();
        var machine = site.Visitor("203.0.113.7");
        for (var number = 0; number < ReportLimits.PerBrowserAnHour; number++)
        {
            (await SendAsync(machine, $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(number == 0 ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        }

        (await SendAsync(machine, $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(site.Visitor("203.0.113.7"), $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_full_hall_behind_one_address_reports_and_a_machine_with_ever_new_browsers_does_not()
    {
        await using var site = await sites.StartAsync(Database.Sqlite);
        var item = sites.Owner.Item();
        for (var number = 0; number < 120; number++)
        {
            (await SendAsync(site.Visitor("203.0.113.8"), $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var limits = site.Services.GetRequiredService<ReportLimits>();
        for (var number = 120; number < ReportLimits.PerAddressAnHour; number++)
        {
            limits.Count("203.0.113.8");
        }

        var refused = await SendAsync(site.Visitor("203.0.113.8"), $"/signaler/contenu/{item}", "Spam");
        (refused.Status, refused.Text(".error-summary li")).ShouldBe((HttpStatusCode.Conflict, "Trop de signalements viennent de votre réseau. Réessayez dans une heure."));
        (await SendAsync(site.Visitor("203.0.113.9"), $"/signaler/contenu/{item}", "Spam")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task Reports_on_a_comment_that_its_author_removes_are_closed(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var id = await site.CommentAsync(item, author, "Gros mots");
        await site.UseAsync<IReports>(reports => reports.OpenAsync(new NewReport(item, Motive.Insult, "browser") { CommentId = id }, CancellationToken.None));

        await site.UseAsync<IComments>(comments => comments.RemoveAsync(id, author, CancellationToken.None));

        var report = (await ReportsAsync(site, item)).ShouldHaveSingleItem();
        (report.State, report.ClosedUtc is null).ShouldBe((ReportState.Upheld, false));
        (await site.PublishedAsync<ReportsClosed>()).ShouldContain(closed => closed.CommentId == id);
        (await site.InDatabaseAsync(db => db.Set<Comment>().SingleAsync(comment => comment.Id == id))).OpenReports.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_missing_motive_is_told_at_the_motives(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await (await site.Visitor().GetAsync($"/signaler/contenu/{sites.Owner.Item()}")).Form("main .form").SubmitAsync();

        var motives = page.Document.QuerySelector("#Motive")!;
        motives.GetAttribute("aria-invalid").ShouldBe("true");
        page.Text("#" + motives.GetAttribute("aria-describedby")).ShouldBe("Choisissez un motif.");
    }

    private static async Task<Page> SendAsync(Visitor visitor, string address, string motive) =>
        await (await visitor.GetAsync(address)).Form("main .form").With("Motive", motive).SubmitAsync("Envoyer le signalement");

    private static Task<List<Report>> ReportsAsync(Site site, string item) =>
        site.InDatabaseAsync(db => db.Set<Report>().AsNoTracking().Where(report => report.ContentItemId == item).ToListAsync());
}

file static class Links
{
    public static Task<Page> OpenAsync(this string address, Visitor visitor) => visitor.GetAsync(address);
}
