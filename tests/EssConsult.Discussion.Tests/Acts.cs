using EssConsult.Content.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Mail.Contracts;
using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

/// <summary>What tests set up by the module's own verbs, and what they read afterwards.</summary>
internal static class Acts
{
    public static Task<Guid> CommentAsync(this Site site, string item, string author, string body, Guid? parent = null, Alignment alignment = Alignment.Neutral) =>
        site.UseAsync<IComments, Guid>(comments => comments.PostAsync(new NewComment(item, author, body) { ParentId = parent, Alignment = alignment }, CancellationToken.None));

    public static Task<DiscussionCounts> CountsAsync(this Site site, string item) =>
        site.InDatabaseAsync(async db => await db.Set<DiscussionCounts>().AsNoTracking().FirstOrDefaultAsync(counts => counts.ContentItemId == item) ?? new DiscussionCounts { ContentItemId = item });

    /// <summary>Calls a service that stages, and saves as its caller would.</summary>
    public static async Task SavingAsync<TService>(this Site site, Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    /// <summary>Comments from elsewhere, a minute apart, newest last.</summary>
    public static Task<ImportedComments> ImportAsync(this Site site, string item, int count, Func<int, ImportedComment, ImportedComment>? change = null)
    {
        var start = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(-count);
        var comments = Enumerable.Range(0, count)
            .Select(number => new ImportedComment(Guid.NewGuid(), item, People.NewId(), $"Commentaire {number}", start.AddMinutes(number)))
            .Select((comment, number) => change?.Invoke(number, comment) ?? comment).ToList();
        return site.UseAsync<IDiscussionImport, ImportedComments>(import => import.CommentsAsync(comments, CancellationToken.None));
    }

    /// <summary>An item with a published page, of which there can be news.</summary>
    public static async Task<string> PublishedItemAsync(this Site site, Owner owner)
    {
        var id = owner.Item();
        var item = new ContentItem
        {
            ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Page", DisplayText = "Un marché du soir", Latest = true, Published = true,
        };
        await site.SavingAsync<IContentStore>(store => store.ImportAsync(item, CancellationToken.None));
        return id;
    }

    public static async Task FollowAsync(this Site site, string item, params string[] people)
    {
        foreach (var person in people)
        {
            await site.ChangeFollowsAsync(followers => followers.AddAsync(item, person, CancellationToken.None));
        }
    }

    public static Task UnfollowAsync(this Site site, string item, string person) => site.ChangeFollowsAsync(followers => followers.RemoveAsync(item, person, CancellationToken.None));

    private static async Task ChangeFollowsAsync(this Site site, Func<IFollowers, Task> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var write = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(CancellationToken.None);
        await change(scope.ServiceProvider.GetRequiredService<IFollowers>());
        await write.CommitAsync(CancellationToken.None);
    }

    public static Task<IReadOnlyList<ArchivedMail>> MailAsync(this Site site, string person) =>
        site.UseAsync<IMailArchive, IReadOnlyList<ArchivedMail>>(archive => archive.ListAsync(person, null, CancellationToken.None));

    /// <summary>Counts nothing kept, everything stored.</summary>
    public static Task<(int Comments, int Supports)> StoredAsync(this Site site, string item) => site.InDatabaseAsync(async db => (
        await db.Set<Comments.Comment>().CountAsync(comment => comment.ContentItemId == item && comment.State == CommentState.Published),
        await db.Set<Supports.Support>().CountAsync(support => support.ContentItemId == item)));
}
