using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Mine;

/// <summary>One seat of a group, filled in by who will sit there; its link was handed on by who took the group's seats.</summary>
[Public]
internal sealed class SeatModel(SiteDb db, RegistrationLinks links, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    internal EventRow Event { get; private set; } = null!;

    internal Attendee Attendee { get; private set; } = null!;

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool fait, CancellationToken ct)
    {
        IsDone = fait;
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        (Form.Name, Form.Organisation) = (Attendee.Name, Attendee.Organisation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Form.CheckName(ModelState, words);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = 400;
            return Page();
        }

        (Attendee.Name, Attendee.Organisation) = (Form.Name, string.IsNullOrEmpty(Form.Organisation) ? null : Form.Organisation);
        db.AddRange(Event.AsksNeeds ? Form.ReadNeeds().Select(need => new AttendeeNeed { RegistrationId = Attendee.RegistrationId, EventId = Event.ContentItemId, Kind = need.Kind, Note = need.Note }) : []);
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { jeton = Token, fait = true });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (links.ReadSeat(Token) is not { } id || await db.Set<Attendee>().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } attendee
            || !await db.Set<Registration>().AnyAsync(row => row.Id == attendee.RegistrationId && row.State != RegistrationState.Ended, ct))
        {
            return false;
        }

        (Attendee, Event) = (attendee, (await db.FindEventAsync(attendee.EventId, ct))!);
        return true;
    }
}
