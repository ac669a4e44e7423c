using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;

namespace EssConsult.Workflows.Features;

/// <summary>What runs are about, in words: the title of the content, or the name of the person.</summary>
internal sealed class RunTitles(IContentStore content, IPeople people)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> correlationIds, CancellationToken ct)
    {
        var ids = correlationIds.Where(id => id.Length > 0).ToHashSet();
        var items = await content.FindManyAsync(ids, ContentVersion.Latest, ct);
        var names = await people.NamesAsync(ids.Where(id => !items.ContainsKey(id)), ct);
        return items.ToDictionary(found => found.Key, found => found.Value.DisplayText ?? found.Value.ContentType)
            .Concat(names.Select(found => KeyValuePair.Create(found.Key, found.Value.DisplayName))).ToDictionary();
    }
}
