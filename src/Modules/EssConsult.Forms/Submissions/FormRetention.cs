using System.Text.Json.Nodes;
using EssConsult.Forms.Questionnaires;

namespace EssConsult.Forms.Submissions;

/// <summary>How long answers are kept: one setting of the site.</summary>
internal sealed class FormRetention(SiteSettings settings)
{
    public const int DefaultMonths = 12;
    public const int MostMonths = 120;
    private const string Name = "FormsSettings";

    public int Months => int.TryParse(settings.Text(Name, "RetentionMonths"), out var months) ? Math.Clamp(months, 1, MostMonths) : DefaultMonths;

    /// <exception cref="RuleException">It is no number of months.</exception>
    public static Task PutAsync(SiteDb db, int? months, CancellationToken ct) => months is >= 1 and <= MostMonths
        ? SiteSettings.PutAsync(db, Name, new JsonObject { ["RetentionMonths"] = months }, ct)
        : throw new RuleException("form.retention", "Donnez un nombre de mois entre 1 et {0}.", MostMonths) { Field = "Months" };
}

/// <summary>Deletes answers and codes whose time is over, and files that no answers hold.</summary>
internal sealed class FormPurge(SiteDb db, FormRetention retention, SubmissionFiles files, TimeProvider clock) : IRecurringJob
{
    private const int AtATime = 500;

    public string Name => "form-retention";

    public async Task RunAsync(CancellationToken ct)
    {
        while (await DeleteAsync(ct) == AtATime)
        {
            // A few hundred at a time: nobody waits long to write.
        }

        var old = files.Old().ToList();
        foreach (var some in old.Chunk(AtATime))
        {
            var kept = await db.Set<SubmissionFile>().Where(row => some.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);
            files.Delete(some.Except(kept));
        }
    }

    private async Task<int> DeleteAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddMonths(-retention.Months);
        await using var write = await db.BeginWriteAsync(ct);
        var ids = await db.Set<FormSubmission>().Where(row => row.AtUtc < before).OrderBy(row => row.AtUtc).Select(row => row.Id).Take(AtATime).ToListAsync(ct);
        await db.DeleteSubmissionsAsync(db.Set<FormSubmission>().Where(row => ids.Contains(row.Id)), ct);
        await db.Set<FormCode>().Where(row => row.CreatedUtc < before).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return ids.Count;
    }
}

internal static class SubmissionDeletion
{
    /// <summary>Deletes answers and says which files they held, inside the caller's write transaction; the caller saves and commits.</summary>
    public static async Task DeleteSubmissionsAsync(this SiteDb db, IQueryable<FormSubmission> submissions, CancellationToken ct)
    {
        var gone = await submissions.SelectMany(row => row.Files).Select(file => file.Id).ToArrayAsync(ct);
        await submissions.ExecuteDeleteAsync(ct);
        if (gone.Length > 0)
        {
            db.Publish(new SubmissionsDeleted(gone));
        }
    }
}
