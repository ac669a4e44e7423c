using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using EssConsult.Kernel.Modules;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Localization;

/// <summary>
/// The words on screen. Keys are the French sentences themselves; each module embeds <c>Localization/en.json</c> with the
/// English ones (<c>{"Je contribue": "Take part"}</c>). A test finds sentences without a translation.
/// </summary>
internal sealed class Phrases : IStringLocalizer
{
    private readonly FrozenDictionary<string, string> english;

    public Phrases(ModuleCatalog catalog)
    {
        var assemblies = catalog.Modules.Select(module => module.GetType().Assembly).Prepend(typeof(Phrases).Assembly);
        var phrases = new Dictionary<string, string>();
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream("phrases.en.json");
            foreach (var (french, translated) in stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                phrases[french] = translated;
            }
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
