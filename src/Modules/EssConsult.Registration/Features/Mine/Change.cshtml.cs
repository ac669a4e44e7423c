using EssConsult.Registration.Features.Register;
using EssConsult.Registration.Seats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Mine;

/// <summary>Change one's answers and workshops, or give the seat to somebody else: the old link then opens nothing any more.</summary>
[Public]
internal sealed class ChangeModel(SiteDb db, OwnRegistrations own, RegistrationOwner owner, RegistrationQuestions questions, RegistrationVerbs verbs, EventChoices choices, SeatLock seatLock, WorkshopChange workshops, Transfer transfer, IStringLocalizer words, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    internal OwnRegistration Own { get; private set; } = null!;

    /// <summary>Chosen with a seat only.</summary>
    public IReadOnlyList<IGrouping<string, EventRow>> Slots { get; private set; } = [];

    public IReadOnlyDictionary<string, SeatsLeft> Left { get; private set; } = new Dictionary<string, SeatsLeft>();

    public ContentItem? Questions { get; private set; }

    public bool IsGiven { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        (Form.Name, Form.Organisation) = (Own.Row.Name, Own.Row.Organisation);
        Form.Guests = [.. Own.Attendees.Skip(1).Select(attendee => attendee.Name)];
        Form.Needs = [.. Own.Needs.Select(need => need.Kind.ToString())];
        Form.Workshops = Slots.Select((slot, number) => (number, Id: Own.Workshops.Select(mine => mine.Row.EventId).FirstOrDefault(id => slot.Any(workshop => workshop.ContentItemId == id)))).ToDictionary(choice => choice.number, choice => choice.Id);
        Form.Notes = Own.Needs.GroupBy(need => need.Kind).ToDictionary(group => group.Key.ToString(), group => group.First().Note);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form.CheckName(ModelState, words);
        Form.CheckWorkshops(ModelState, words, Slots);
        var answers = Questions is null ? Own.Row.Answers : await questions.ReadAsync(Questions, Request.Form, ModelState, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = 400;
            return Page();
        }

        // All that this form may change at once: two who lock one after the other would wait for one another.
        await using var seats = await seatLock.TakeAsync(db, [Own.Event.ContentItemId, .. Own.Workshops.Select(mine => mine.Row.EventId), .. Form.ChosenWorkshops], ct);
        await verbs.RenameAsync(Own.Row, Form.Name!, string.IsNullOrEmpty(Form.Organisation) ? null : Form.Organisation, ct);
        Own.Row.Answers = answers;
        NameSeats();
        db.RemoveRange(Own.Needs);
        db.AddRange(Own.Event.AsksNeeds ? Form.ReadNeeds().Select(need => new AttendeeNeed { RegistrationId = id, EventId = Own.Event.ContentItemId, Kind = need.Kind, Note = need.Note }) : []);
        await db.SaveChangesAsync(ct);
        await verbs.GiveBackAsync(Own.Row, Form.Leaving, ct);
        if (Slots.Count > 0)
        {
            await workshops.ChooseAsync(Own.Row, Form.ChosenWorkshops, ct);
        }

        await seats.CommitAsync(ct);
        return RedirectToPage("/EssConsult.Registration/Mine/Registration", new { id, jeton = Token });
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await transfer.GiveAsync(Own.Row, Form.Name, Form.Email, ct);
        IsGiven = true;
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private void NameSeats()
    {
        foreach (var attendee in Own.Attendees)
        {
            var typed = attendee.Position == 0 ? Form.Name : TypedText.Clean(Form.Guests.ElementAtOrDefault(attendee.Position - 1));
            attendee.Name = string.IsNullOrEmpty(typed) ? null : typed[..Math.Min(typed.Length, RegisterForm.LongestName)];
            attendee.Organisation = attendee.Position == 0 ? Own.Row.Organisation : attendee.Organisation;
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await own.FindAsync(id, ct) is not { Row.IsEnded: false } found || found.Event.EndsUtc <= clock.UtcNow() || !owner.Holds(found.Row, Token))
        {
            return false;
        }

        Own = found;
        Slots = found.Row is { State: RegistrationState.Confirmed, WithinId: null } ? await choices.SlotsOfAsync(found.Event, ct) : [];
        Left = await choices.LeftAsync([.. Slots.SelectMany(slot => slot).Select(workshop => workshop.ContentItemId)], ct);
        Questions ??= RegistrationQuestions.Parse(found.Row.Answers) ?? questions.For(found.Event);
        return true;
    }
}
