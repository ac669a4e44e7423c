using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Editions;

/// <summary>All that an entry will be asked, to read and print before one has an account.</summary>
[Public, CachedForVisitors]
internal sealed class QuestionsModel(SiteDb db, EntryQuestions questions, IContentStore content, CacheTags tags, TimeProvider clock) : PageModel
{
    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<Question> Questions { get; private set; } = [];

    internal IReadOnlyList<EditionTerms> Terms { get; private set; } = [];

    public IReadOnlyList<string> Conditions { get; private set; } = [];

    internal string Tag(Question question) => questions.Tag(question);

    internal string? Condition(Question question) => questions.Condition(question);

    public bool IsOpen => Edition.IsOpen(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { IsArchived: false } edition)
        {
            return NotFound();
        }

        tags.Add(id);
        Edition = edition;
        Questions = questions.Of(edition);
        Terms = await db.CurrentTermsAsync(edition, ct);
        Conditions = EditionReader.Conditions(await content.FindAsync(id, ContentVersion.Published, ct));
        return Page();
    }
}
