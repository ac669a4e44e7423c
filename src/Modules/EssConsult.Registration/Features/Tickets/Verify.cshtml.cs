using EssConsult.Registration.Tickets;
using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Keys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Registration.Features.Tickets;

/// <summary>How anybody checks a certificate, and a place to do it. Nothing of what is pasted is kept.</summary>
[Public]
internal sealed class VerifyModel(TicketKeys keys, TicketPaper paper) : PageModel
{
    private const int Longest = 3000;

    public IReadOnlyList<TicketPublicKey> Keys { get; private set; } = [];

    [BindProperty(Name = "texte")]
    public string? Text { get; set; }

    public AttendanceStatement? Statement { get; private set; }

    /// <summary>Why not; null before one is pasted.</summary>
    public string? Refusal { get; private set; }

    public string Duration => paper.Duration(Statement!.Minutes);

    public async Task OnGetAsync(CancellationToken ct) => Keys = await keys.PublicAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        Keys = await keys.PublicAsync(ct);
        var text = Text is { Length: <= Longest } pasted ? pasted : string.Empty;
        var readings = Keys.Select(key => SignedAttendance.Read(text, key)).ToList();
        Statement = readings.FirstOrDefault(reading => reading.Verdict == AttendanceVerdict.Genuine)?.Statement;
        Refusal = Statement is not null ? null : readings.Select(reading => reading.Verdict).Order().FirstOrDefault(verdict => verdict != AttendanceVerdict.OtherKey, AttendanceVerdict.OtherKey) switch
        {
            AttendanceVerdict.WrongSignature => "Le texte a été changé depuis sa signature, ou n’a jamais été signé ici.",
            AttendanceVerdict.OtherKey => "Une autre clé que celles de ce site l’a signée.",
            AttendanceVerdict.UnknownVersion => "Cette version d’attestation n’est pas connue ici.",
            _ => "Ce n’est pas une attestation entière : copiez toutes les lignes, sans en changer.",
        };
    }
}
