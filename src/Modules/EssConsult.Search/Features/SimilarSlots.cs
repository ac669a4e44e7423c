using EssConsult.Content.Contracts;

namespace EssConsult.Search.Features;

/// <summary>Under the form, filled by a script while the author types; nothing without JavaScript.</summary>
internal sealed class SimilarWhileTyping(PageHead head) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        head.Script("EssConsult.Search/similar.js");
        return ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Search/_SimilarWhileTyping.cshtml", model as string));
    }
}

/// <summary>On the page where the author reads their text again before sending it: for everybody, script or not.</summary>
internal sealed class SimilarAtReview(ISimilar similar, IContentStore content, IMarkup markup) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string id || await content.FindAsync(id, ContentVersion.Latest, ct) is not { } draft)
        {
            return null;
        }

        var question = new SimilarQuestion(draft.Part<TitlePart>()?.Title, markup.PlainText(draft.Part<MarkdownBodyPart>()?.Markdown)) { ExcludeId = draft.ContentItemId, Sectors = draft.FieldTerm("Contribution", "Sector") is { } sector ? [sector] : [] };
        var items = await similar.FindAsync(question, ct);
        return items.Count == 0 ? null : new SlotView("/Features/EssConsult.Search/_SimilarAtReview.cshtml", items);
    }
}

/// <summary>Beside a published contribution.</summary>
internal sealed class NearContributions(ISimilar similar, CacheTags tags) : ISlot
{
    public int Order => 50;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string id)
        {
            return null;
        }

        var items = await similar.NearAsync(id, ct);
        foreach (var item in items)
        {
            tags.Add(item.Id);
        }

        return items.Count == 0 ? null : new SlotView("/Features/EssConsult.Search/_NearContributions.cshtml", items);
    }
}

internal sealed class HeaderSearch : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Search/_HeaderSearch.cshtml", null));
}
