using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Features;

/// <summary>What runs are about, in words: the title of the content, the name of the person, or what a module calls its record.</summary>
internal sealed class RunTitles(IContentStore content, IPeople people, IEnumerable<ISubjectNames> records)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> correlationIds, CancellationToken ct)
    {
        var ids = correlationIds.Where(id => id.Length > 0).ToHashSet();
        var items = await content.FindManyAsync(ids, ContentVersion.Latest, ct);
        var names = await people.NamesAsync(ids.Where(id => !items.ContainsKey(id)), ct);
        var titles = items.ToDictionary(found => found.Key, found => found.Value.DisplayText ?? found.Value.ContentType)
            .Concat(names.Select(found => KeyValuePair.Create(found.Key, found.Value.DisplayName))).ToDictionary();
        foreach (var known in records)
        {
            foreach (var (id, name) in await known.NamesAsync([.. ids.Where(id => !titles.ContainsKey(id))], ct))
            {
                titles[id] = name;
            }
        }

        return titles;
    }
}
