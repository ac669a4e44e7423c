using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Themes;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Localization;

/// <summary>
/// The words on screen. Keys are the French sentences themselves; each module embeds <c>Localization/en.json</c> with the
/// English ones (<c>{"Je contribue": "Take part"}</c>), each theme lays its own <c>en.json</c> beside its layouts. A test finds
/// sentences without a translation.
/// </summary>
internal sealed class Phrases : IStringLocalizer
{
    private readonly FrozenDictionary<string, string> english;

    public Phrases(ModuleCatalog catalog, SiteFolders folders)
    {
        var assemblies = catalog.Modules.Select(module => module.GetType().Assembly).Prepend(typeof(Phrases).Assembly);
        var phrases = new Dictionary<string, string>();
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream("phrases.en.json");
            Add(phrases, stream);
        }

        foreach (var book in Directory.EnumerateFiles(folders.Themes, "en.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        {
            using var stream = File.OpenRead(book);
            Add(phrases, stream);
        }

        english = phrases.ToFrozenDictionary();
    }

    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => english.Select(pair => new LocalizedString(pair.Key, pair.Value));

    private static void Add(Dictionary<string, string> phrases, Stream? book)
    {
        foreach (var (french, translated) in book is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(book)!)
        {
            phrases[french] = translated;
        }
    }

    private LocalizedString Find(string name) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en" ? new LocalizedString(name, name)
        : english.TryGetValue(name, out var translated) ? new LocalizedString(name, translated)
        : new LocalizedString(name, name, resourceNotFound: true);
}

/// <summary>DataAnnotations and typed localizers all read the same phrases.</summary>
internal sealed class PhrasesFactory(IStringLocalizer phrases) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => phrases;

    public IStringLocalizer Create(string baseName, string location) => phrases;
}
