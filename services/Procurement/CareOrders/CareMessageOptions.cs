using Regio.CareMessages.Answers;

namespace Regio.Procurement.CareOrders;

/// <summary>Settings of the intake, from the section <c>CareMessages</c>.</summary>
internal sealed class CareMessageOptions
{
    /// <summary>Largest file, in bytes. The standard says 25 MB (OP179).</summary>
    public long MostBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>Version of the shared schema that answers are made by (IV034), as the published copy says it.</summary>
    public string BasicSchemaVersion { get; set; } = "0.1.0";

    /// <summary>Version of the schemas of messages that answers are made by (IV034), as the published copy says it.</summary>
    public string MessageSchemaVersion { get; set; } = "0.1.0";

    /// <summary>Folder from which files are taken in, on a developer's machine alone; empty: none.</summary>
    public string WatchedFolder { get; set; } = "";

    public SchemaVersions Versions => new(BasicSchemaVersion, MessageSchemaVersion);
}
