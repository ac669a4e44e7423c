using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
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
    public async Task Of_what_was_typed_on_two_browsers_the_last_awaits_whoever_arrives_with_both(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = (sites.Owner.Item(), People.NewId());
        await TypeAsync(site, item, "Sur le téléphone");
        await TypeAsync(site, item, "Sur l’ordinateur");
        var keys = (await DraftsAsync(site, item)).OrderByDescending(draft => draft.SavedUtc).Select(draft => draft.Keeper["browser:".Length..]).ToList();

        await ClaimAsync(site, person, keys);

        var kept = (await DraftsAsync(site, item)).ShouldHaveSingleItem();
        (kept.Keeper, kept.Body).ShouldBe((CommentDrafts.OfPerson(person), "Sur l’ordinateur"));
    }

    [Theory, OnBothDatabases]
    public async Task A_reply_typed_under_a_comment_that_went_meanwhile_becomes_a_comment_of_its_own(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var answered = await site.CommentAsync(item, People.NewId(), "Achetez mes casseroles");
        var visitor = site.Visitor();
        var page = await visitor.GetAsync($"/discussion/{item}/commenter?reponse={answered}");
        await page.Form("main .form").With("Body", "Gardez mes mots").SubmitAsync();
        await site.UseAsync<ICommentModeration>(moderation => moderation.HideAsync(answered, Motive.Spam, null, "moderator-1", null, CancellationToken.None));

        page = await visitor.GetAsync($"/discussion/{item}/commenter");

        page.Text("textarea").ShouldBe("Gardez mes mots");
        page.Text("main .notice").ShouldBe("Le commentaire auquel vous répondiez a été retiré : votre texte paraîtra comme un nouveau commentaire.");
        page.Has("[name=ParentId]").ShouldBeFalse();
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
        await ClaimAsync(site, person, [keeper["browser:".Length..]]);
    }

    private static async Task ClaimAsync(Site site, string person, IEnumerable<string> keys)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var drafts = scope.ServiceProvider.GetServices<IClaimDrafts>().ToList();
        foreach (var key in keys)
        {
            foreach (var claims in drafts)
            {
                await claims.ClaimAsync(person, key, CancellationToken.None);
            }
        }

        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    private static async Task TypeAsync(Site site, string item, string words)
    {
        var page = await site.Visitor().GetAsync($"/discussion/{item}/commenter");
        await page.Form("main .form").With("Body", words).SubmitAsync();
    }

    private static Task<List<CommentDraft>> DraftsAsync(Site site, string item) =>
        site.InDatabaseAsync(db => db.Set<CommentDraft>().AsNoTracking().Where(draft => draft.ContentItemId == item).ToListAsync());
}
