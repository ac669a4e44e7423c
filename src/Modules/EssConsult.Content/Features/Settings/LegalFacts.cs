namespace EssConsult.Content.Features.Settings;

/// <param name="Label">What it is, in French.</param>
/// <param name="Value">Null while nobody filled it in.</param>
internal sealed record LegalFact(string Label, string? Value, bool IsEmail = false);

/// <summary>Shows the legal settings below the text of the two legal pages, which stay ordinary pages.</summary>
internal sealed class LegalFacts(SiteSettings settings) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var facts = Facts((model as ContentItem)?.Part<AutoroutePart>()?.Path);
        return ValueTask.FromResult(facts.Count == 0 ? null : new SlotView("/Features/EssConsult.Content/Settings/_LegalFacts.cshtml", facts));
    }

    private IReadOnlyList<LegalFact> Facts(string? path) => path switch
    {
        "mentions-legales" =>
        [
            new("Éditeur", Text(nameof(EditSettings.Publisher))), new("Directeur ou directrice de la publication", Text(nameof(EditSettings.PublicationDirector))),
            new("Hébergeur", Text(nameof(EditSettings.Host))), new("Contact", Text(nameof(EditSettings.ContactEmail)), IsEmail: true),
        ],
        "donnees-personnelles" =>
        [
            new("Responsable de traitement", Text(nameof(EditSettings.Publisher))), new("Personne déléguée à la protection des données", Text(nameof(EditSettings.Dpo))),
            new("Contact", Text(nameof(EditSettings.ContactEmail)), IsEmail: true),
        ],
        _ => [],
    };

    private string? Text(string key) => settings.Text(EditSettings.EssKey, key) is { Length: > 0 } text ? text : null;
}
