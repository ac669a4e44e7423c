using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Discussion.Features.Shared;

/// <summary>The comments of an item, and the form or the way to it.</summary>
internal sealed class ThreadSlot(Standings standings, ThreadReader threads, Speakers speakers, IHttpContextAccessor http) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string contentItemId || await standings.OfAsync(contentItemId, ct) is not { Rules.Visible: true } standing)
        {
            return null;
        }

        var query = ThreadQuery.From(contentItemId, http.HttpContext!.Request.Query).Within(standing.Counts);
        var form = standing.Rules.CommentsOpen && speakers.MaySpeak ? new CommentFormView(contentItemId) { Structures = await speakers.StructuresAsync(ct) } : null;
        var comments = query.CountOf(standing.Counts) == 0 ? [] : await threads.PageAsync(query, ct);
        return new SlotView("/Features/EssConsult.Discussion/Shared/_Discussion.cshtml", new DiscussionView(standing, query, comments, form));
    }
}

internal sealed record DiscussionView(Standing Standing, ThreadQuery Query, IReadOnlyList<CommentView> Comments, CommentFormView? Form);
