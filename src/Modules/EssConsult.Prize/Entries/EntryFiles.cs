using System.Security.Cryptography;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Entries;

/// <summary>What a file question takes: kinds by the field's own settings, a weight, how many.</summary>
internal sealed record FileLimits(IReadOnlyList<string> Extensions, int Megabytes, int Most)
{
    public const int UsualMegabytes = 10, MostFiles = 5;

    public static FileLimits Of(Question question)
    {
        var own = question.Field.Settings["MediaFieldSettings"];
        var extensions = (own?["AllowedExtensions"] as System.Text.Json.Nodes.JsonArray ?? []).Select(extension => extension?.ToString()).OfType<string>();
        return new FileLimits([.. extensions], question.Settings.MostMegabytes is > 0 and var most ? most : UsualMegabytes, string.Equals(own?["Multiple"]?.ToString(), "false", StringComparison.OrdinalIgnoreCase) ? 1 : MostFiles);
    }

    public bool Takes(string name) => Extensions.Count == 0 || Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Takes files with a form, and gives them to those who may read the entry.</summary>
internal sealed class EntryFiles(SiteDb db, IUploads uploads, JurorSpace space, IStringLocalizer words, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes over the files that were posted and takes out those to be removed; rows are staged, the caller saves.</summary>
    public async Task ReadAsync(Entry entry, ContentItem answers, IEnumerable<Question> questions, IFormCollection posted, ModelStateDictionary errors, CancellationToken ct)
    {
        foreach (var question in questions.Where(question => question.IsFile))
        {
            var (before, removed) = (FileAnswer.Of(answers, question.Field), posted[$"{question.Key}.Removed"].ToHashSet());
            var kept = before.Where(file => !removed.Contains(file.Id.ToString())).ToList();
            await DropAsync(entry.Id, [.. before.Except(kept).Select(file => file.Id)], ct);
            foreach (var file in posted.Files.GetFiles($"{question.Key}.File").Where(file => file.Length > 0))
            {
                await TakeAsync(entry.Id, question, kept, file, errors, ct);
            }

            if (kept.Count > 0 || before.Count > 0)
            {
                FileAnswer.Put(answers, question.Field, kept);
            }
        }
    }

    /// <summary>For who may read the entry: its applicants all of it, jury and team what was sent last, unless they are recused.</summary>
    /// <returns>Null where there is no such file for this person.</returns>
    public async Task<EntryFile?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<EntryFile>().Where(file => file.Id == id).Select(file => (Guid?)file.EntryId).FirstOrDefaultAsync(ct) is not { } entryId)
        {
            return null;
        }

        return await db.ApplicantOf(person.RequiredId).AnyAsync(entry => entry.Id == entryId, ct) || (await WasSentAsync(entryId, id, ct) && await MayJudgeAsync(entryId, ct)) ? await ReadAsync(id, ct) : null;
    }

    /// <summary>For everybody: an answer that is public, of an entry in the gallery.</summary>
    public async Task<EntryFile?> FindPublicAsync(Edition edition, int number, Guid id, EntryQuestions questions, CancellationToken ct)
    {
        if (await db.InGallery(edition).Where(entry => entry.Number == number).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(ct) is not { } entryId)
        {
            return null;
        }

        return (await db.LastSentAsync([entryId], ct))[entryId] is var text && questions.PublicFiles(edition, text).Contains(id) ? await ReadAsync(id, ct) : null;
    }

    private Task<EntryFile?> ReadAsync(Guid id, CancellationToken ct) => db.Set<EntryFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, ct);

    private async Task<bool> WasSentAsync(Guid entryId, Guid id, CancellationToken ct) =>
        (await db.LastSentAsync([entryId], ct)).TryGetValue(entryId, out var text) && text.Answers?.Contains(id.ToString(), StringComparison.Ordinal) == true;

    private async Task<bool> MayJudgeAsync(Guid entryId, CancellationToken ct)
    {
        if (await db.OpenTo(person.RequiredId).AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == entryId, ct) is not { } entry)
        {
            return false;
        }

        return person.Can(Permissions.ManagePrize) || (await space.FindAsync(entry.EditionId, ct) is { } seat && await space.FindEntryAsync(seat, entryId, ct) is not null);
    }

    private async Task TakeAsync(Guid entryId, Question question, List<FileAnswer> kept, IFormFile file, ModelStateDictionary errors, CancellationToken ct)
    {
        var (limits, input, label) = (FileLimits.Of(question), $"{question.Key}.File", words[question.Field.DisplayName].Value);
        if (!limits.Takes(file.FileName))
        {
            errors.AddModelError(input, words["« {0} » : ce genre de fichier n’est pas accepté ({1}).", label, Path.GetFileName(file.FileName)]);
            return;
        }

        if (kept.Count >= limits.Most)
        {
            errors.AddModelError(input, words["« {0} » : {1} fichiers au plus.", label, limits.Most]);
            return;
        }

        try
        {
            await using var stream = file.OpenReadStream();
            var read = await uploads.ReadAsync(stream, file.FileName, limits.Megabytes * 1_000_000L, ct);
            var row = db.Add(new EntryFile { EntryId = entryId, FileName = read.FileName, ContentType = read.ContentType, Hash = Convert.ToHexStringLower(SHA256.HashData(read.Bytes)), Bytes = read.Bytes, AtUtc = clock.UtcNow(), ById = person.RequiredId }).Entity;
            kept.Add(new FileAnswer(row.Id, row.FileName, row.Bytes.LongLength, row.Hash));
        }
        catch (RuleException broken)
        {
            errors.AddModelError(input, words[broken.Message, broken.Values]);
        }
    }

    /// <summary>What was sent once stays with that sending.</summary>
    private async Task DropAsync(Guid entryId, List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var sent = await db.Set<EntrySubmission>().Where(row => row.EntryId == entryId).Select(row => row.Content).ToListAsync(ct);
        var gone = ids.Where(id => sent.TrueForAll(text => !text.Contains(id.ToString(), StringComparison.Ordinal))).ToList();
        db.RemoveRange(await db.Set<EntryFile>().Where(file => file.EntryId == entryId && gone.Contains(file.Id)).ToListAsync(ct));
    }
}
