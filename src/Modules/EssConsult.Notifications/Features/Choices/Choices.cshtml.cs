using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.Choices;

/// <summary>Which news one has, where, how and when.</summary>
[SignedIn]
internal sealed class ChoicesModel(SiteDb db, Readers readers, NewsKinds kinds, CurrentPerson person) : PageModel
{
    public IReadOnlyList<NewsKind> Kinds => kinds.All;

    /// <summary>Names of the kinds that are shown on the site.</summary>
    [BindProperty]
    public List<string> OnSite { get; set; } = [];

    [BindProperty]
    public Dictionary<string, NewsMail> Mail { get; set; } = [];

    [BindProperty]
    public bool ByMail { get; set; }

    /// <summary>Full hours of Paris, 0 to 23.</summary>
    [BindProperty]
    public int QuietFrom { get; set; }

    [BindProperty]
    public int QuietUntil { get; set; }

    [BindProperty]
    public bool QuietSunday { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public bool IsDone { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reader = await readers.OfAsync(person.RequiredId, ct);
        var choices = await readers.ChoicesAsync(person.RequiredId, ct);
        OnSite = [.. kinds.All.Select(kind => kind.Name).Where(name => !(choices.GetValueOrDefault(name)?.OffSite ?? false))];
        Mail = kinds.All.ToDictionary(kind => kind.Name, kind => choices.GetValueOrDefault(kind.Name)?.Mail ?? kind.Mail);
        (ByMail, QuietFrom, QuietUntil, QuietSunday) = (!reader.MailOff, reader.Quiet.From, reader.Quiet.Until, reader.Quiet.Sunday);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || QuietFrom is < 0 or > 23 || QuietUntil is < 0 or > 23)
        {
            return BadRequest();
        }

        var me = person.RequiredId;
        var reader = await readers.OfAsync(me, ct);
        (reader.MailOff, reader.QuietFrom, reader.QuietUntil, reader.SundayOn) = (!ByMail, QuietFrom, QuietUntil, !QuietSunday);
        var choices = await readers.ChoicesAsync(me, ct);
        foreach (var kind in kinds.All)
        {
            var choice = choices.GetValueOrDefault(kind.Name) ?? db.Add(new NewsChoice { PersonId = me, Kind = kind.Name }).Entity;
            (choice.OffSite, choice.Mail) = (kind.OnSite && !OnSite.Contains(kind.Name), Mail.GetValueOrDefault(kind.Name, kind.Mail) is var way && kind.Ways.Contains(way) ? way : kind.Mail);
        }

        await db.SaveChangesAsync(ct);
        readers.Ring(me);
        return RedirectToPage(new { fait = true });
    }
}
