namespace Regio.Procurement.Ocds;

/// <summary>How the region publishes. Bound from the configuration section <c>Ocds</c>.</summary>
internal sealed class OcdsOptions
{
    /// <summary>The prefix that the Open Contracting Partnership gave the publisher; the default is none that it gives.</summary>
    public string Prefix { get; set; } = "ocds-000000";

    /// <summary>Name of the publisher.</summary>
    public string Publisher { get; set; } = "Jeugdhulpregio Drenthe";

    /// <summary>Address under which the packages are found.</summary>
    public Uri PackageUri { get; set; } = new("https://regio.example/ocds/");
}
