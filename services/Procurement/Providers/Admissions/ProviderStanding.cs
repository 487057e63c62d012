namespace Regio.Procurement.Providers.Admissions;

/// <summary>How a provider stands with the region on a day; the numbers are those of the messages.</summary>
internal enum ProviderStanding
{
    /// <summary>Not admitted, and without a line that holds.</summary>
    Candidate = 1,

    /// <summary>Admitted, and without a line that holds.</summary>
    Admitted = 2,

    /// <summary>It delivers: a line of a contract holds.</summary>
    Active = 3,

    /// <summary>An inspectorate watches it closely.</summary>
    HeightenedSupervision = 4,

    /// <summary>Its admission is suspended.</summary>
    Suspended = 5,

    /// <summary>Its admission was withdrawn, and no line holds.</summary>
    Ended = 6,
}

/// <summary>Tells the standing of a provider from what is known of it.</summary>
internal static class Standings
{
    /// <summary>
    /// A contract that holds counts for more than an admission that was never recorded or was withdrawn: its care goes on.
    /// </summary>
    public static ProviderStanding Of(AdmissionState? admission, bool hasActiveLine, bool heightened) => (admission, hasActiveLine, heightened) switch
    {
        (AdmissionState.Suspended, _, _) => ProviderStanding.Suspended,
        (AdmissionState.Admitted, _, true) or (_, true, true) => ProviderStanding.HeightenedSupervision,
        (_, true, _) => ProviderStanding.Active,
        (AdmissionState.Admitted, _, _) => ProviderStanding.Admitted,
        (AdmissionState.Withdrawn, _, _) => ProviderStanding.Ended,
        _ => ProviderStanding.Candidate,
    };
}
