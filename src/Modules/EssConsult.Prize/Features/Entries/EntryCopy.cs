using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Tickets.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Features.Entries;

/// <summary>What was sent last as a PDF, with its number and its hash, for its applicants.</summary>
internal static class EntryCopy
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/dossiers/{id:guid}/copie.pdf", ReadAsync).SignedIn().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, SiteDb db, EntryQuestions questions, SiteSettings settings, IStringLocalizer words, CurrentPerson person, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry)
            || await db.Set<EntrySubmission>().AsNoTracking().FirstOrDefaultAsync(sent => sent.EntryId == id && sent.Sequence == entry.Submissions, ct) is not { } sent)
        {
            return Microsoft.AspNetCore.Http.Results.NotFound();
        }

        var text = EntryText.Read(sent.Content);
        var facts = new List<CopyFact> { new(words["Dossier"], words["n° {0}", entry.Number!]), new(words["Reçu le"], sent.AtUtc.Moment()) };
        if (text.ActorName is { } structure)
        {
            facts.Add(new CopyFact(words["Structure qui dépose"], structure));
        }

        if (text.Category is { } category)
        {
            facts.Add(new CopyFact(words["Catégorie"], category));
        }

        facts.AddRange(text.Accepted.Select(terms => new CopyFact(words[terms.Kind.Label()], words["version {0}", terms.Version])));
        facts.Add(new CopyFact(words["Empreinte de contrôle"], sent.Hash));
        var file = CopyPdf.Draw(
            new CopySheet { Title = text.Title, Subtitle = edition.Title, Facts = facts, Passages = [.. (await questions.ShowAsync(text.Answers, ct)).Where(value => !value.IsEmpty).Select(value => new CopyPassage(words[value.Field.DisplayName], value.Text))], Foot = sent.Hash },
            new PaperStyle { Author = settings.SiteName, Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Created = new DateTimeOffset(sent.AtUtc) });
        using var bytes = new MemoryStream(file.Length);
        file.Write(bytes);
        http.Response.Headers.CacheControl = "private, no-store";
        return Microsoft.AspNetCore.Http.Results.File(bytes.ToArray(), "application/pdf", $"dossier-{entry.Number}.pdf");
    }
}
