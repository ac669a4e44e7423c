using System.Collections.Concurrent;

namespace EssConsult.Testing;

/// <summary>The data of a site after its first start; later sites of the same kind start from a copy in a fraction of the time.</summary>
internal static class SiteTemplate
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<DataFolder>>> Templates = new();

    public static async Task<DataFolder> CopyAsync(Database database, SiteOptions options)
    {
        var template = await Templates.GetOrAdd(options.TemplateKey(database), _ => new Lazy<Task<DataFolder>>(() => MakeAsync(database, options))).Value;
        return await template.CopyAsync();
    }

    private static async Task<DataFolder> MakeAsync(Database database, SiteOptions options)
    {
        var data = await DataFolder.CreateAsync(database);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data.Path, recursive: true);
        await using (var site = await Site.StartAsync(database, options, data))
        {
            await site.CatchUpAsync();
        }

        data.Release();
        return data;
    }
}
