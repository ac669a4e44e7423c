using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes.Upload;

/// <summary>Takes in a recipe, shows what it would do, runs it when its sender says so.</summary>
internal sealed class RecipeUploads(SiteDb db, RecipeExecutor executor, SiteFolders folders, CurrentPerson person, TimeProvider clock)
{
    /// <exception cref="RuleException">The file is no recipe.</exception>
    public async Task<Guid> StageAsync(string fileName, byte[] content, CancellationToken ct)
    {
        RecipePackage.Peek(content, fileName);
        var upload = new RecipeUpload { FileName = Path.GetFileName(fileName), Content = content, ActorId = person.RequiredId, UploadedUtc = clock.UtcNow() };
        db.Add(upload);
        await db.SaveChangesAsync(ct);
        return upload.Id;
    }

    public async Task<Recipe?> PeekAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } upload ? RecipePackage.Peek(upload.Content, upload.FileName) : null;

    /// <summary>Runs it and forgets it. Only its sender can.</summary>
    public async Task<RecipeRun?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } upload)
        {
            return null;
        }

        using var package = RecipePackage.Open(upload.Content, upload.FileName, Path.Combine(folders.Data, "uploaded-recipes"));

        // A closed tab must not leave the site half made.
        var run = await executor.RunAsync(package.Recipe, RecipeRequest.By(person), CancellationToken.None);
        db.Remove(upload);
        await db.SaveChangesAsync(CancellationToken.None);
        return run;
    }

    private Task<RecipeUpload?> FindAsync(Guid id, CancellationToken ct)
    {
        var sender = person.RequiredId;
        return db.Set<RecipeUpload>().FirstOrDefaultAsync(upload => upload.Id == id && upload.ActorId == sender, ct);
    }
}

/// <summary>Forgets uploads that nobody ran within a day.</summary>
internal sealed class RecipeUploadPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public string Name => "recipe-uploads";

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-1);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<RecipeUpload>().Where(upload => upload.UploadedUtc < before).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}
