using System.Text;
using EssConsult.Accounts.Contracts;
using EssConsult.Registration.Contracts;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Secrecy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Admin;

/// <summary>A vote from the team's side: what is set, what comes next, and never a count before the close.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class AdminBallotModel(SiteDb db, BallotVerbs verbs, CountBallot count, RollImport import, Eligibility eligibility, IRoles roles, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    private const int LargestRoll = 20 * 1024 * 1024, LargestKey = 64 * 1024, MostEvents = 100;

    [BindProperty]
    public BallotForm Form { get; set; } = new();

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Plan { get; private set; } = null!;

    internal IReadOnlyList<OpeningKey> Keys { get; private set; } = [];

    internal IReadOnlyList<RoleView> Roles { get; private set; } = [];

    internal IReadOnlyList<(string Id, string Title)> Events { get; private set; } = [];

    public int Cast { get; private set; }

    public long? Size { get; private set; }

    public IReadOnlyList<string> Refused { get; private set; } = [];

    public DateTime Now => clock.UtcNow();

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = BallotForm.Of(Ballot);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) => ActAsync(id, () => verbs.DescribeAsync(id, Form.Change, TypedText.Clean(Form.Intro), ct), "Réglages enregistrés.", ct);

    public Task<IActionResult> OnPostAddQuestionAsync(Guid id, CancellationToken ct) => ActAsync(id, () => verbs.DescribeAsync(id, plan => plan.Questions.Count >= QuestionEditing.Most ? plan
        : plan with { Questions = [.. plan.Questions, QuestionEditing.New(QuestionEditing.NextId(plan), $"Question {plan.Questions.Count + 1}", new QuestionSettings(), plan.Questions.Select(question => question.Rule.Quorum).FirstOrDefault())] }, null, ct), "Question ajoutée.", ct);

    public Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) => ActAsync(id, () => verbs.OpenAsync(id, ct), "Le vote est figé et ouvert : son empreinte est publiée.", ct);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) => ActAsync(id, () => verbs.CloseAsync(id, person.RequiredId, ct), "Le vote est clos.", ct);

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verbs.DropAsync(id, ct);
        return RedirectToPage("/EssConsult.Voting/Admin/AdminBallots");
    }

    /// <summary>The private half is in this answer and nowhere else.</summary>
    public async Task<IActionResult> OnPostKeyAsync(Guid id, int position, string? phrase, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || position is < 1 or > BallotVerbs.MostKeys)
        {
            return NotFound();
        }

        if (phrase is { Length: > 0 and < KeyFile.ShortestPassphrase })
        {
            throw new RuleException("ballot.short-phrase", "Une phrase secrète a 12 caractères au moins.");
        }

        var secret = await verbs.MakeKeyAsync(id, position, ct);
        Response.Headers.CacheControl = "no-store";
        return File(KeyFile.Write(id, Ballot.Title, secret, phrase), "application/json", $"cle-{position}-{id:N}.json");
    }

    public Task<IActionResult> OnPostDropKeyAsync(Guid id, int position, CancellationToken ct) => ActAsync(id, () => verbs.DropKeyAsync(id, position, ct), "Clé retirée.", ct);

    public Task<IActionResult> OnPostCheckKeyAsync(Guid id, List<IFormFile> keys, List<string> phrases, CancellationToken ct) =>
        ActAsync(id, async () => await verbs.CheckKeyAsync(id, (await ReadKeysAsync(keys, phrases, ct))[0], ct), "Ce fichier est bien une clé de ce vote.", ct);

    public Task<IActionResult> OnPostCountAsync(Guid id, List<IFormFile> keys, List<string> phrases, CancellationToken ct) =>
        ActAsync(id, async () => await count.HandleAsync(id, Plan.Regime == BallotRegime.Secret ? await ReadKeysAsync(keys, phrases, ct) : [], ct), "Le vote est dépouillé, le résultat est publié.", ct);

    public async Task<IActionResult> OnPostRollAsync(Guid id, string? roll, IFormFile? rollFile, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var text = rollFile is { Length: > 0 } file ? Encoding.UTF8.GetString(await ReadAsync(file, LargestRoll, ct)).TrimStart('\uFEFF') : roll ?? string.Empty;
        var report = await import.ReplaceAsync(id, text, ct);
        db.ChangeTracker.Clear();
        await FindAsync(id, ct);
        (Form, Refused) = (BallotForm.Of(Ballot), report.Refused);
        ModelState.Clear();
        Notice = "Liste importée.";
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
        Form = Form.Title is null ? BallotForm.Of(Ballot) : Form;
    }

    private static async Task<IReadOnlyList<byte[]>> ReadKeysAsync(List<IFormFile> keys, List<string> phrases, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            throw new RuleException("ballot.key-file", "Ce fichier n’est pas une clé d’ouverture : rien n’a changé.");
        }

        var read = new List<byte[]>();
        foreach (var (place, file) in keys.Take(BallotVerbs.MostKeys).Index())
        {
            read.Add(KeyFile.Read(await ReadAsync(file, LargestKey, ct), phrases.ElementAtOrDefault(place)));
        }

        return read;
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, int largest, CancellationToken ct)
    {
        if (file.Length > largest)
        {
            throw new RuleException("ballot.large-file", "Ce fichier est trop gros.");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } ballot)
        {
            return false;
        }

        (Ballot, Plan) = (ballot, ballot.Plan);
        Keys = await db.Set<OpeningKey>().AsNoTracking().Where(key => key.BallotId == id).OrderBy(key => key.Position).ToListAsync(ct);
        Cast = (await db.TurnoutAsync(id, ct)).All;
        Size = Plan.Electorate is { Kind: ElectorateKind.Event, Of: null } ? null : await eligibility.SizeAsync(id, Plan.Electorate, ct);
        if (ballot.State == BallotState.Draft)
        {
            Roles = await roles.ListAsync(ct);
            Events = [.. (await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsCancelled).OrderByDescending(row => row.StartsUtc).Take(MostEvents).Select(row => new { row.ContentItemId, row.Title }).ToListAsync(ct)).Select(row => (row.ContentItemId, row.Title))];
        }

        return true;
    }
}
