using System.Globalization;
using System.Text.RegularExpressions;
using EssConsult.Registration.Door;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace EssConsult.Registration.Features.Door;

/// <summary>The door with network and without JavaScript: find by name or code, let in, let out, take back, ask, write down who comes unannounced.</summary>
[RequirePermission(Permissions.CheckIn)]
internal sealed partial class DoorModel(DoorBook book, DoorPeople people, DoorQuestions questions, ReceiveScans receive, TimeProvider clock) : PageModel, IReloadsForm
{
    public const int PageSize = 50;
    private IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> given = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Which door this is, kept from press to press.</summary>
    [BindProperty(SupportsGet = true, Name = "porte")]
    public string? DoorName { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public NewWalkIn New { get; set; } = new();

    /// <summary>By the key of the question.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    internal DoorView View { get; private set; } = null!;

    internal IReadOnlyList<DoorPerson> Found { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Whose passage was just written down.</summary>
    internal DoorPerson? Done { get; private set; }

    /// <summary>What this door asks.</summary>
    internal IReadOnlyList<DoorQuestion> Questions { get; private set; } = [];

    /// <summary>Whose answers were just written down.</summary>
    internal DoorPerson? Answered { get; private set; }

    /// <summary>Who is asked: who just came in, or whose answers somebody looks at.</summary>
    internal DoorPerson? Asked { get; private set; }

    internal IReadOnlyDictionary<string, string> GivenBy(DoorPerson who) => given.GetValueOrDefault(who.Id, DoorQuestionsView.Nothing);

    /// <summary>What the form holds: what was just typed, else what is known.</summary>
    internal IReadOnlyDictionary<string, string> Typed(DoorPerson who) => Answers.Count > 0 ? Answers.ToDictionary(answer => answer.Key, answer => answer.Value ?? string.Empty) : GivenBy(who);

    /// <summary>Where people sit, round by round.</summary>
    internal ILookup<Guid, int> Tables { get; private set; } = null!;

    /// <summary>The code that was just shown is none of this door.</summary>
    internal CodeProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, Guid? fait, Guid? reponses, Guid? note, string? probleme, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        (Done, Answered) = (View.People.FirstOrDefault(person => person.Id == fait), View.People.FirstOrDefault(person => person.Id == note));
        Asked = Questions.Count == 0 ? null : View.People.FirstOrDefault(person => person.Id == reponses) ?? (Done is not null && View.State.Find(Done.Id) is { IsInside: true } ? Done : null);
        Problem = Enum.TryParse<CodeProblem>(probleme, out var known) ? known : null;
        return Page();
    }

    public Task<IActionResult> OnPostEnterAsync(string id, Guid who, Guid nonce, CancellationToken ct) => ScanAsync(id, new Scan { Nonce = nonce, At = clock.GetUtcNow(), Attendee = who }, who, ct);

    public Task<IActionResult> OnPostExitAsync(string id, Guid who, Guid nonce, CancellationToken ct) => ScanAsync(id, new Scan { Nonce = nonce, At = clock.GetUtcNow(), Attendee = who, Kind = CheckInKind.Exit }, who, ct);

    public Task<IActionResult> OnPostUndoAsync(string id, Guid who, Guid nonce, Guid undoes, CancellationToken ct) => ScanAsync(id, new Scan { Nonce = nonce, At = clock.GetUtcNow(), Attendee = who, Kind = CheckInKind.Undo, Undoes = undoes }, who, ct);

    public async Task<IActionResult> OnPostCodeAsync(string id, string? code, Guid nonce, [FromServices] ScannedCodes codes, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return Again(id);
        }

        // The number that is printed on the ticket is read out: it finds the person, and lets nobody in by itself.
        if (TicketNumber().IsMatch(code))
        {
            Words = code.Trim();
            return Again(id);
        }

        var scan = new Scan { Nonce = nonce, At = clock.GetUtcNow(), Code = code, Door = DoorName };
        var sight = (await codes.ReadAsync(View.Event, [scan], ct))[nonce];
        await receive.HandleAsync(View.Event, new ScanBatch { Scans = [scan] }, ct);
        return Again(id, sight.AttendeeId, sight.Problem);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string id, Guid who, Guid nonce, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || View.People.All(person => person.Id != who))
        {
            return NotFound();
        }

        Check();

        // What stood there already was answered when it was answered: only what is new is of now.
        var before = GivenBy(View.People.First(person => person.Id == who));
        var changed = Answers.Where(answer => TypedText.Clean(answer.Value) != before.GetValueOrDefault(answer.Key, string.Empty)).ToDictionary();
        await receive.HandleAsync(View.Event, new ScanBatch { Answers = [new GivenAnswers { Nonce = nonce, At = clock.GetUtcNow(), Attendee = who, Values = changed }] }, ct);
        return LocalRedirect(AddressOf(id, new() { ["page"] = Text(Number), ["note"] = who.ToString() }));
    }

    /// <exception cref="RuleException">A number that is none.</exception>
    private void Check()
    {
        foreach (var (question, index) in Questions.Select((question, index) => (question, index)))
        {
            if (question.Clean(Answers.GetValueOrDefault(question.Key)) is null)
            {
                throw new RuleException("door.answer", "« {0} » attend un nombre.", question.Label) { Field = $"answer-{index}" };
            }
        }
    }

    public async Task<IActionResult> OnPostWalkInAsync(string id, Guid nonce, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (TypedText.Clean(New.Name).Length is 0 or > 100)
        {
            throw new RuleException("registration.name", "Écrivez son nom, en cent caractères au plus.") { Field = "New.Name" };
        }

        if (!string.IsNullOrWhiteSpace(New.Email) && EmailAddress.Clean(New.Email) is null)
        {
            throw new RuleException("registration.email", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "New.Email" };
        }

        var walkIn = new WalkIn { Key = New.Key, Name = New.Name!, Email = New.Email, Organisation = New.Organisation };
        await receive.HandleAsync(View.Event, new ScanBatch { WalkIns = [walkIn], Scans = [new Scan { Nonce = nonce, At = clock.GetUtcNow(), WalkIn = New.Key, Door = DoorName }] }, ct);
        await FindAsync(id, ct);
        return Again(id, View.People.FirstOrDefault(person => person.FormKey == New.Key)?.Id);
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        await FindAsync(RouteData.Values["id"]!.ToString()!, ct);
        Asked = Answers.Count > 0 && Guid.TryParse(Request.Form["who"], out var who) ? View.People.FirstOrDefault(person => person.Id == who) : null;
    }

    private async Task<IActionResult> ScanAsync(string id, Scan scan, Guid who, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || View.People.All(person => person.Id != who))
        {
            return NotFound();
        }

        await receive.HandleAsync(View.Event, new ScanBatch { Scans = [scan with { Door = DoorName }] }, ct);
        return Again(id, who);
    }

    /// <summary>This page with the questions to one person.</summary>
    public string AddressOfAnswers(Guid who) => AddressOf(View.Event.ContentItemId, new() { ["page"] = Text(Number), ["reponses"] = who.ToString() }) + "#questions";

    /// <summary>This page as it is looked at, or one of its acts.</summary>
    public string Address(string? handler = null, int? number = null) => AddressOf(View.Event.ContentItemId, new() { ["handler"] = handler, ["page"] = Text(number ?? Number) });

    private LocalRedirectResult Again(string id, Guid? who = null, CodeProblem? problem = null) => LocalRedirect(AddressOf(id, new() { ["page"] = Text(Number), ["fait"] = who?.ToString(), ["probleme"] = problem?.ToString() }));

    private string AddressOf(string id, Dictionary<string, string?> query)
    {
        (query["q"], query["porte"]) = (Words, DoorName);
        return QueryHelpers.AddQueryString($"{Request.PathBase}/accueil/{id}", query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    [GeneratedRegex(@"^\s*\d+-\d+\s*$")]
    private static partial Regex TicketNumber();

    private static string? Text(int number) => number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null;

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await book.ReadAsync(id, ct) is not { } view)
        {
            return false;
        }

        (View, Questions) = (view, questions.Of(view.Event));
        (given, Tables) = (Questions.Count > 0 ? await book.AnswersAsync(view, ct) : given, await people.TablesAsync(view.Event, ct));
        Response.Headers.CacheControl = "private, no-store";
        var words = Words?.Trim() ?? string.Empty;
        var found = view.People.Where(person => words.Length > 0 ? person.State != RegistrationState.Ended && person.Matches(words) : person.IsExpected || view.State.Find(person.Id) is not null)
            .OrderBy(person => person.Name, StringComparer.CurrentCulture).ThenBy(person => person.Id).ToList();
        Total = found.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Found = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        return true;
    }
}

/// <summary>Somebody who comes unannounced.</summary>
internal sealed class NewWalkIn
{
    public Guid Key { get; set; }

    public string? Name { get; set; }

    public string? Organisation { get; set; }

    public string? Email { get; set; }
}
