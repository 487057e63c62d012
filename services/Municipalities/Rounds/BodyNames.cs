using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds;

/// <summary>Finds bodies in the register.</summary>
internal static class BodyNames
{
    /// <summary>The name inside a sentence: de gemeenteraad van Assen, het college van Assen.</summary>
    public static string WithArticle(string name) =>
        name.StartsWith("college", StringComparison.Ordinal) || name.StartsWith("ABO", StringComparison.Ordinal) ? $"het {name}" : $"de {name}";

    /// <summary>Refuses a body of a municipality or region that does not exist.</summary>
    public static void RequireScope(this RegisterSnapshot register, BodyId id, string field)
    {
        if (id.MunicipalityId is { } municipality)
            register.Municipality(municipality, field);
        else
            register.RequireRegion(id.Scope, field);
    }

    /// <summary>
    /// Name of a body. A body of a municipality or region that does not exist did nothing, so its facts are impossible;
    /// a caller that is limited to a municipality speaks for the bodies of that one only.
    /// </summary>
    public static string NameIn(this BodyId id, RegisterSnapshot register, Caller caller)
    {
        if (id.MunicipalityId is { } municipality)
        {
            caller.EnsureMunicipality(municipality);
            return id.Name(register.Municipality(municipality, "body_id").Name);
        }

        caller.EnsureMunicipality("");
        return id.Name(register.Region(id.Scope, "body_id").Name);
    }
}
