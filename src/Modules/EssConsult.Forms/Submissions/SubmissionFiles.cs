using EssConsult.Kernel.Themes;

namespace EssConsult.Forms.Submissions;

/// <summary>The bytes, under <c>forms/</c> of the data folder, named by their row: no address of the site leads there but the administration's.</summary>
internal sealed class SubmissionFiles(SiteFolders folders, TimeProvider clock)
{
    /// <summary>From a file's bytes to its row.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private string Folder => Path.Combine(folders.Data, "forms");

    public async Task WriteAsync(Guid id, byte[] bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(PathOf(id), bytes, ct);
        File.SetLastWriteTimeUtc(PathOf(id), clock.UtcNow());
    }

    public string PathOf(Guid id) => Path.Combine(Folder, id.ToString("N"));

    public void Delete(IEnumerable<Guid> ids)
    {
        foreach (var path in ids.Select(PathOf).Where(File.Exists))
        {
            File.Delete(path);
        }
    }

    /// <summary>What lies there longer than a form takes to be kept.</summary>
    public IEnumerable<Guid> Old() => !Directory.Exists(Folder) ? [] : Directory.EnumerateFiles(Folder)
        .Where(path => File.GetLastWriteTimeUtc(path) < clock.UtcNow() - Fresh)
        .Select(path => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);
}

/// <summary>Follows the rows: a file without one is deleted.</summary>
internal sealed class DeleteFiles(SubmissionFiles files, SiteDb db) : IHandle<SubmissionsDeleted>
{
    public async Task HandleAsync(SubmissionsDeleted happened, CancellationToken ct)
    {
        var kept = await db.Set<SubmissionFile>().Where(row => happened.Files.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);
        files.Delete(happened.Files.Except(kept));
    }
}
