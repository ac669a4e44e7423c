using System.Globalization;
using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Registration.Events;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Wishes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Register;

/// <summary>The form of an event. What a visitor is told is the same whether the address was registered before or not.</summary>
[Public]
[EnableRateLimiting(RegistrationLimits.Policy)]
internal sealed class RegisterModel(SiteDb db, Registering registering, RegisterAgain again, RegistrationQuestions questions, EventChoices choices, Inviting inviting, IActors actors, IIdentify identify, CurrentPerson person, IStringLocalizer words, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The link of an invitation.</summary>
    [BindProperty(SupportsGet = true, Name = "invitation")]
    public string? Token { get; set; }

    internal Invitation? Invitation { get; private set; }

    public EventRow Event { get; private set; } = null!;

    public RuleException? Closed { get; private set; }

    /// <summary>Seats left of the event and of its workshops.</summary>
    public IReadOnlyDictionary<string, SeatsLeft> Left { get; private set; } = new Dictionary<string, SeatsLeft>();

    public IReadOnlyList<IGrouping<string, EventRow>> Slots { get; private set; } = [];

    public IReadOnlyList<ActorName> Structures { get; private set; } = [];

    public ContentItem? Questions { get; private set; }

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, bool envoye, CancellationToken ct)
    {
        IsSent = envoye;
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Event.ParentId is { } parent)
        {
            return RedirectToPage(new { id = parent });
        }

        if (person.Id is { } personId && await OwnAsync(personId, ct) is { } own)
        {
            return RedirectToPage("/EssConsult.Registration/Mine/Registration", new { id = own });
        }

        Form.Name = person.DisplayName ?? Invitation?.Name;
        Form.Email = Invitation?.Email;
        Form.FormKey = Guid.CreateVersion7(clock.GetUtcNow());
        return Event.Access == EventAccess.Everybody || Invitation is not null || person.IsSignedIn || Closed is not null ? Page() : Redirect(identify.PageFor(Request.Path));
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await CheckAccessAsync(ct);
        Form.Check(ModelState, words, Event, Slots, person.IsSignedIn);
        var answers = Questions is null ? null : await questions.ReadAsync(Questions, Request.Form, ModelState, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var asked = Invite(Form.Ask(Event, person.Id, answers, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        if (person.Id is not null)
        {
            var made = await registering.RegisterAsync(asked, ct);
            return RedirectToPage("/EssConsult.Registration/Mine/Registration", new { id = made.Id });
        }

        try
        {
            await registering.RegisterAsync(asked, ct);
        }
        catch (RuleException twice) when (twice.Code == "registration.twice")
        {
            await again.SendLinkAsync(Event.ContentItemId, asked.Email!, ct);
        }

        return RedirectToPage(new { id, envoye = true });
    }

    /// <summary>« Je ne viendrai pas » : the seat kept for the person goes to others.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Invitation is null)
        {
            return NotFound();
        }

        Invitation.DeclinedUtc ??= clock.UtcNow();
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { id, invitation = Token });
    }

    public async Task ReloadAsync(CancellationToken ct) => await FindAsync(RouteData.Values["id"]!.ToString()!, ct);

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        var row = await db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(found => found.ContentItemId == id && found.Published, ct);
        if (row is null)
        {
            return false;
        }

        Event = row;
        Invitation = await inviting.FindAsync(Token, id, ct);
        Closed = RegistrationRules.Closure(row, clock.UtcNow());
        Slots = await choices.SlotsOfAsync(row, ct);
        Left = await choices.LeftAsync([id, .. Slots.SelectMany(slot => slot).Select(workshop => workshop.ContentItemId)], ct);
        Structures = person.Id is { } personId ? await actors.SpeakersForAsync(personId, ct) : [];
        Questions ??= questions.For(row);
        return true;
    }

    /// <summary>Who comes by the link that was mailed to this address has proved it.</summary>
    private RegisterForEvent Invite(RegisterForEvent asked) => Invitation is null ? asked : asked with
    {
        InvitationId = Invitation.Id, IsProved = asked.IsProved || (asked.Email is { } typed && EmailAddress.Normalize(typed) == Invitation.EmailKey),
    };

    private Task<Guid?> OwnAsync(string personId, CancellationToken ct) => db.Set<Registration>()
        .Where(row => row.EventId == Event.ContentItemId && row.PersonId == personId && row.State != RegistrationState.Ended).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(ct);

    private async Task CheckAccessAsync(CancellationToken ct)
    {
        var mayRegister = Event.Access switch
        {
            _ when Invitation is not null => true,
            EventAccess.Everybody => true,
            EventAccess.WithAccount => person.IsSignedIn,
            EventAccess.StructureMembers => Structures.Count > 0,
            _ => false,
        };
        if (!mayRegister)
        {
            throw new RuleException("registration.access", "Ce rendez-vous n’est pas ouvert à tout le monde. Peuvent s’inscrire : {0}.", words[Event.Access.Label()].Value);
        }

        if (Form.ActorId is { } actorId && (person.Id is not { } personId || !await actors.MaySpeakAsync(personId, actorId, ct)))
        {
            throw new RuleException("registration.not-a-member", "Cette structure ne vous a pas donné le droit d’inscrire en son nom.") { Field = "Form.ActorId" };
        }
    }
}
