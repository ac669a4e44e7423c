using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

public sealed class DraftTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task A_visitor_writes_first_and_says_who_they_are_afterwards(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = (sites.Owner.Item(), People.NewId());
        var visitor = site.Visitor();

        var page = await (await visitor.GetAsync("/discussion/" + item)).FollowAsync("Commenter");
        page = await page.Form("main .form").With("Alignment", "For").With("Body", "Gardez mon texte").SubmitAsync();
        page.Url.PathAndQuery.ShouldBe($"/identification?retour={Uri.EscapeDataString($"/discussion/{item}/commenter")}");
        (await site.CountsAsync(item)).Comments.ShouldBe(0);

        await IdentifyAsync(site, item, person);
        await site.PersonAsync(person, "Léa M.");
        visitor.SignIn(site, person, "Léa M.");
        page = await visitor.GetAsync($"/discussion/{item}/commenter");
        page.Text("textarea").ShouldBe("Gardez mon texte");
        page = await page.Form("main .form").SubmitAsync("Publier mon commentaire");

        (page.Text(".comment-author"), page.Text(".alignment"), page.Text(".comment-body")).ShouldBe(("Léa M.", "D’accord", "Gardez mon texte"));
        (await DraftsAsync(site, item)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_is_kept_thirty_days(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = sites.Owner.Item();
        var page = await site.Visitor().GetAsync($"/discussion/{item}/commenter");
        await page.Form("main .form").With("Body", "Un jour peut-être").SubmitAsync();

        site.Clock.Advance(TimeSpan.FromDays(29));
        await site.RunJobAsync("comment-draft-purge");
        (await DraftsAsync(site, item)).ShouldHaveSingleItem();

        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.RunJobAsync("comment-draft-purge");
        (await DraftsAsync(site, item)).ShouldBeEmpty();
    }

    /// <summary>What the accounts do once the code is right.</summary>
    private static async Task IdentifyAsync(Site site, string item, string person)
    {
        var keeper = (await DraftsAsync(site, item)).ShouldHaveSingleItem().Keeper;
        await using var scope = site.Services.CreateAsyncScope();
        foreach (var claims in scope.ServiceProvider.GetServices<IClaimDrafts>())
        {
            await claims.ClaimAsync(person, keeper["browser:".Length..], CancellationToken.None);
        }

        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    private static Task<List<CommentDraft>> DraftsAsync(Site site, string item) =>
        site.InDatabaseAsync(db => db.Set<CommentDraft>().AsNoTracking().Where(draft => draft.ContentItemId == item).ToListAsync());
}
