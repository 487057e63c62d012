using Microsoft.Playwright;

namespace Regio.Dashboard.Tests.Pages;

/// <summary>Debian's Chromium without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        // Other work on the machine makes a browser slow; no test depends on its speed.
        Assertions.SetDefaultExpectTimeout(30_000);
        var path = Array.Find(Paths, File.Exists) ?? throw new InvalidOperationException("Chromium is missing: apt-get install chromium");
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
    }
}
