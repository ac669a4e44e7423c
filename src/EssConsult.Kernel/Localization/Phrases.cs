using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EssConsult.Kernel.Modules;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Localization;

/// <summary>
/// The words on screen. Keys are the French sentences themselves; each module embeds <c>Localization/en.json</c> with the
/// English ones (<c>{"Je contribue": "Take part"}</c>). A test finds sentences without a translation. French sentences may be written
/// with ordinary spaces: on screen no line ends before a double sign or after an opening guillemet.
/// </summary>
internal sealed partial class Phrases : IStringLocalizer
{
    private const char NoBreak = '\u00A0';
    private readonly FrozenDictionary<string, (string French, string English)> known;

    public Phrases(ModuleCatalog catalog)
    {
        var assemblies = catalog.Modules.Select(module => module.GetType().Assembly).Prepend(typeof(Phrases).Assembly);
        var phrases = new Dictionary<string, (string French, string English)>();
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream("phrases.en.json");
            foreach (var (french, translated) in stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                var plain = Plain(french);
                phrases[plain] = (BesideSign().Replace(plain, NoBreak.ToString()), translated);
            }
        }

        known = phrases.ToFrozenDictionary();
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

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => known.Select(pair => new LocalizedString(pair.Key, pair.Value.English));

    private LocalizedString Find(string name)
    {
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return known.TryGetValue(Plain(name), out var phrase)
            ? new LocalizedString(name, isEnglish ? phrase.English : phrase.French)
            : new LocalizedString(name, name, resourceNotFound: isEnglish);
    }

    private static string Plain(string sentence) => sentence.Replace(NoBreak, ' ').Replace('\u202F', ' ');

    [GeneratedRegex("(?<=«) | (?=[:;?!»])")]
    private static partial Regex BesideSign();
}

/// <summary>DataAnnotations and typed localizers all read the same phrases.</summary>
internal sealed class PhrasesFactory(IStringLocalizer phrases) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => phrases;

    public IStringLocalizer Create(string baseName, string location) => phrases;
}
