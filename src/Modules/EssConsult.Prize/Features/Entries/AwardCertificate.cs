using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using EssConsult.Tickets.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Features.Entries;

/// <summary>A laureate's certificate, for its applicants: what it says is published, and in the register whose root is on it.</summary>
internal static class AwardCertificate
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/dossiers/{id:guid}/certificat.pdf", ReadAsync).SignedIn().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, SiteDb db, SiteSettings settings, ISiteAddress address, IStringLocalizer words, CurrentPerson person, TimeProvider clock, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry) || edition.Stage != EditionStage.Announced || await db.Set<Award>().AsNoTracking().FirstOrDefaultAsync(row => row.EntryId == id, ct) is not { } award)
        {
            return Microsoft.AspNetCore.Http.Results.NotFound();
        }

        var text = (await db.LastSentAsync([id], ct))[id];
        var issuer = settings.Text("EssSiteSettings", "Publisher") is { Length: > 0 } publisher ? publisher : settings.SiteName;
        var file = AwardPdf.Draw(
            new AwardSheet
            {
                Heading = words["Certificat de lauréat"], Opening = words["{0} atteste que le projet", issuer], Project = text.Title, Organisation = text.ActorName ?? string.Empty, Received = words["a reçu la distinction"], Award = award.Name,
                Facts = [new CopyFact(words["Prix"], edition.Title), new CopyFact(words["Dossier"], words["n° {0}", entry.Number!]), new CopyFact(words["Empreinte du dossier"], entry.Receipt!), new CopyFact(words["Empreinte du registre"], edition.RecordRoot ?? "–")],
                Check = words["Vérifier ce certificat"], Address = address.Absolute("/" + edition.Path), Code = words["Code QR : page du palmarès"],
                Explanation = words["Le code mène au palmarès publié, où figurent cette distinction et l’empreinte du registre. Le registre contient la distinction et l’empreinte du dossier : le vérificateur hors ligne les confirme, et tout changement se voit."],
            },
            new PaperStyle { Author = settings.SiteName, Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Created = clock.GetUtcNow() });
        using var bytes = new MemoryStream(file.Length);
        file.Write(bytes);
        http.Response.Headers.CacheControl = "private, no-store";
        return Microsoft.AspNetCore.Http.Results.File(bytes.ToArray(), "application/pdf", $"certificat-{entry.Number}.pdf");
    }
}
