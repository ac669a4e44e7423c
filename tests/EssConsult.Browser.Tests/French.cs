using System.Text.Json;

namespace EssConsult.Browser.Tests;

/// <summary>What is still French on a page in English. What people wrote says so by its <c>lang</c>; a name by <c>translate="no"</c>.</summary>
internal static class French
{
    // The French sentences of the phrase books, which an English page never shows as they are.
    private static readonly IReadOnlyList<string> Sentences =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "en.json", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "Localization")
            .SelectMany(path => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!)
            .Where(pair => pair.Key != pair.Value).Select(pair => pair.Key).Distinct(),
    ];

    private const string Find =
        """
        ([sentences, guess]) => {
          const plain = text => text.replace(/[\u00a0\u202f]/g, ' ');
          const known = new Set(sentences.map(plain));
          const looks = /[éèêàçùôîâœ]|(?:^|\s)(?:le|la|les|des|une|du|et|pour|avec|dans|sur|votre|vous|est|sont|un|aux|pas|par)(?=[\s.,:)]|$)|(?:^|\s)[ldns]’/i;
          const isFrench = text => known.has(plain(text)) || (guess && looks.test(text.replace(/“[^”]*”|Métropole/g, '')));
          const said = element => element.closest('[lang]')?.lang.startsWith('fr') || element.closest('[translate=no], [aria-hidden=true], script, textarea');
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            const text = node.textContent.trim();
            if (text && isFrench(text) && !said(node.parentElement)) found.push(text);
          }
          for (const name of ['aria-label', 'placeholder', 'title', 'data-label']) {
            for (const element of document.querySelectorAll(`[${name}]`)) {
              if (isFrench(element.getAttribute(name)) && !said(element)) found.push(`${name}: ${element.getAttribute(name)}`);
            }
          }
          return found;
        }
        """;

    /// <param name="page">In English.</param>
    /// <param name="guess">Whether words that look French count too, not only the sentences of the phrase books.</param>
    public static async Task ExpectNoFrenchAsync(this IPage page, bool guess) =>
        (await page.EvaluateAsync<string[]>(Find, new object[] { Sentences, guess })).ShouldBeEmpty(page.Url);
}
