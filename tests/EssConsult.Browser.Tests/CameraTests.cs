using System.Text;

namespace EssConsult.Browser.Tests;

/// <summary>A ticket before the camera of a door's telephone.</summary>
public sealed class CameraTests(RunningSite site)
{
    private const int Width = 640, Height = 480;

    /// <summary>Draws the ticket's code as a camera sees it; grey, line by line.</summary>
    private const string Photograph = """
        async code => {
          const picture = new Image();
          picture.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(code));
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
          const pen = canvas.getContext('2d');
          pen.fillStyle = 'white';
          pen.fillRect(0, 0, 640, 480);
          pen.drawImage(picture, 130, 50, 380, 380);
          return [...pen.getImageData(0, 0, 640, 480).data].filter((_, index) => index % 4 === 0);
        }
        """;

    [Fact]
    public async Task A_ticket_is_read_by_the_camera_and_its_table_told_with_the_network_cut()
    {
        var visitor = await site.OpenAsync();
        await visitor.EnterAsAsync(Tour.Administrator);
        var id = await visitor.OrganiseAsync("Plénière à la caméra");
        await visitor.GotoAsync($"/rendez-vous/{id}/inscription");
        await visitor.GetByLabel("Votre nom").FillAsync("Camille Exemple");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "M’inscrire" }).ClickAsync();
        var grey = await visitor.Locator(".ticket-code svg").First.EvaluateAsync<int[]>(Photograph);
        await visitor.GotoAsync($"/admin/rendez-vous/{id}/tables");
        await visitor.Locator("[name='Form.Tables']").FillAsync("1");
        await visitor.Locator("form.form-compose button").First.ClickAsync();
        await Assertions.Expect(visitor.GetByText("Les tables sont composées.")).ToBeVisibleAsync();
        await visitor.GotoAsync($"/admin/rendez-vous/{id}/accueil");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Tirer le code" }).ClickAsync();

        var film = Path.Combine(Path.GetTempPath(), $"ess-camera-{Guid.NewGuid():N}.y4m");
        try
        {
            await File.WriteAllBytesAsync(film, Film([.. grey.Select(value => (byte)value)]), TestContext.Current.CancellationToken);
            var page = await site.OpenWithCameraAsync(film);
            await using var browser = page.Context.Browser!;
            await page.EnterAsAsync(Tour.Administrator);
            await page.GotoAsync($"/accueil/{id}/hors-ligne");
            await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync($"/accueil/{id}");
            await Assertions.Expect(page.Locator("door-app[data-ready]")).ToBeVisibleAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Caméra" }).ClickAsync();

            await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync("Camille Exemple : entrée notée");
            await Assertions.Expect(page.Locator("[data-part=result]")).ToContainTextAsync("Table 1");
        }
        finally
        {
            File.Delete(film);
        }
    }

    /// <summary>One frame in YUV4MPEG2, shown again and again; both colour planes are neutral.</summary>
    private static byte[] Film(byte[] grey)
    {
        var colours = new byte[Width * Height / 2];
        Array.Fill(colours, (byte)128);
        return [.. Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\nFRAME\n"), .. grey, .. colours];
    }
}
