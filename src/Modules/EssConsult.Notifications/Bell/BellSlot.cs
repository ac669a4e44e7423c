using System.Globalization;
using EssConsult.Kernel.Themes;
using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace EssConsult.Notifications.Bell;

/// <summary>In the header, before the person's menu: how many news wait. It is a link; the script keeps the number true while the page is open.</summary>
internal sealed class BellSlot(UnreadNews unread, CurrentPerson person, Assets assets, IHttpContextAccessor http, IStringLocalizer localizer) : ISlot
{
    private const string Drawing = """<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6 9a6 6 0 0 1 12 0c0 6 2.5 7.5 2.5 7.5h-17S6 15 6 9"/><path d="M10 20a2.2 2.2 0 0 0 4 0"/></svg>""";

    public int Order => -10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => person.Id is { } id ? SlotView.Drawn(Bell(await unread.CountAsync(id, ct))) : null;

    private IHtmlContentBuilder Bell(int count)
    {
        var root = http.HttpContext!.Request.PathBase;
        return new HtmlContentBuilder()
            .AppendHtml("<news-bell data-stream=\"").Append(root + BellStream.Address).AppendHtml("\" data-words=\"").Append(localizer["{0} nouvelles à lire"].Value).AppendHtml("\" data-word=\"").Append(localizer["1 nouvelle à lire"].Value)
            .AppendHtml("\"><a class=\"bell\" href=\"").Append(root + "/compte/notifications").AppendHtml("\"><span class=\"visually-hidden\">").Append(localizer["Mes nouvelles"].Value).AppendHtml("</span>")
            .AppendHtml(Drawing).AppendHtml("<span class=\"count\" aria-hidden=\"true\">").Append(count == 0 ? string.Empty : count.ToString(CultureInfo.CurrentCulture)).AppendHtml("</span></a>")
            .AppendHtml("<span class=\"visually-hidden\" aria-live=\"polite\">").Append(Words(count)).AppendHtml("</span></news-bell><script type=\"module\" src=\"").Append(assets.Url("EssConsult.Notifications/bell.js")).AppendHtml("\"></script>");
    }

    private string Words(int count) => count switch { 0 => string.Empty, 1 => localizer["1 nouvelle à lire"].Value, _ => localizer["{0} nouvelles à lire", count].Value };
}
