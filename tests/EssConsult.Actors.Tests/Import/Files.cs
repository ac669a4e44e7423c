using System.Text;
using EssConsult.Actors.Import;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Actors.Tests.Import;

/// <summary>What a reading reported: its sums and its lines.</summary>
internal sealed record Report(ActorImport Import, IReadOnlyList<ActorImportLine> Lines)
{
    public (int Created, int Updated, int Unchanged, int Repeated, int Refused) Sums => (Import.Created, Import.Updated, Import.Unchanged, Import.Repeated, Import.Refused);

    public IEnumerable<string> Sentences => Lines.SelectMany(line => line.Remarks).Select(remark => remark.Sentence);
}

internal static class Files
{
    public static Task<Report> ReadAsync(this Site site, string text, bool apply = true, Encoding? encoding = null) =>
        site.ReadAsync((encoding ?? Encoding.UTF8).GetBytes(text), apply);

    public static async Task<Report> ReadAsync(this Site site, byte[] content, bool apply = true)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var import = new ActorImport { FileName = "test", ById = "test", AtUtc = site.Clock.UtcNow() };
        db.Add(import);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ActorImporter>().RunAsync(import, ActorFile.ReadAsync(new MemoryStream(content), default), apply, default);
        return new Report(import, await db.Set<ActorImportLine>().Where(line => line.ImportId == import.Id).OrderBy(line => line.Rank).ToListAsync());
    }

    public static Task<List<Actor>> NamedAsync(this Site site, string word) =>
        site.InDatabaseAsync(db => db.Set<Actor>().AsNoTracking().Where(actor => actor.NameKey.Contains(word)).OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id).ToListAsync());
}
