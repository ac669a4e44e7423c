using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EssConsult.Testing.Browsing;

/// <summary>A form of a page: fill in what a person would, the rest (tokens, hidden fields) goes along as a browser sends it.</summary>
public sealed class Form
{
    private readonly Visitor visitor;
    private readonly Page page;
    private readonly IHtmlFormElement form;
    private readonly List<(string Name, string File, string Type, byte[] Content)> files = [];

    internal Form(Visitor visitor, Page page, IHtmlFormElement form) => (this.visitor, this.page, this.form) = (visitor, page, form);

    /// <summary>Types a text, chooses an option or radio button by its value, or ticks a box by <c>true</c>.</summary>
    /// <exception cref="InvalidOperationException">The page shows no such field, or the list no such option.</exception>
    public Form With(string name, string value)
    {
        var controls = form.Elements.Where(element => element.GetAttribute("name") == name && element is not IHtmlInputElement { Type: "hidden" }).ToList();
        foreach (var control in controls)
        {
            switch (control)
            {
                case IHtmlSelectElement select when select.Options.Any(option => option.Value == value):
                    select.Value = value;
                    return this;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    return this;
                case IHtmlInputElement { Type: "checkbox" } box when value is "true" or "false" || box.Value == value:
                    box.IsChecked = value != "false";
                    return this;
                case IHtmlInputElement { Type: "radio" } radio when radio.Value == value:
                    radio.IsChecked = true;
                    return this;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "file") } input:
                    input.Value = value;
                    return this;
            }
        }

        var names = form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Distinct();
        throw new InvalidOperationException($"{page.Url}: « {name} » does not offer « {value} ». Fields: {string.Join(", ", names)}.");
    }

    /// <summary>Unticks the box of this value.</summary>
    public Form Without(string name, string value)
    {
        form.Elements.OfType<IHtmlInputElement>().Single(box => box.Name == name && box.Type == "checkbox" && box.Value == value).IsChecked = false;
        return this;
    }

    public Form Attach(string name, string file, string type, byte[] content)
    {
        files.Add((name, file, type, content));
        return this;
    }

    /// <summary>Presses the button with this text, or sends the form by its first button.</summary>
    public Task<Page> SubmitAsync(string? button = null) => visitor.SendAsync(Press(button));

    /// <summary>What pressing the button would send.</summary>
    public HttpRequestMessage Press(string? button = null)
    {
        var buttons = form.Elements.Where(element => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        var pressed = button is null ? buttons.FirstOrDefault() : buttons.FirstOrDefault(candidate => Page.Squeeze(candidate.TextContent) == button)
            ?? throw new InvalidOperationException($"{page.Url}: no button « {button} ». Buttons: {string.Join(", ", buttons.Select(candidate => Page.Squeeze(candidate.TextContent)))}.");
        return Request(pressed);
    }

    private HttpRequestMessage Request(IElement? pressed)
    {
        var address = new Uri(page.Url, pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? string.Empty);
        var fields = Fields(pressed).ToList();
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, $"{address.AbsolutePath}?{query}");
        }

        return new HttpRequestMessage(HttpMethod.Post, address.PathAndQuery) { Content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields) };
    }

    private MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, file, type, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(part, name, file);
        }

        return content;
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(IElement? pressed)
    {
        foreach (var element in form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            IEnumerable<string> values = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.HasAttribute("value") ? box.Value : "on"] : [],
                IHtmlInputElement { Type: "file" or "image" or "reset" or "button" } => [],
                IHtmlInputElement { Type: "submit" } input => input == pressed ? [input.Value] : [],
                IHtmlInputElement input => [input.Value],
                IHtmlTextAreaElement area => [area.Value.ReplaceLineEndings("\r\n")],
                IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
                IHtmlButtonElement button => button == pressed ? [button.Value] : [],
                _ => [],
            };
            foreach (var value in values)
            {
                yield return new KeyValuePair<string, string>(name, value);
            }
        }
    }
}
