namespace Noroshi.Contacts.Exercise;

/// <summary>Invented organisations and points: every name says EXERCISE, every channel leads nowhere, no real body is meant.</summary>
internal static class ExerciseContacts
{
    /// <summary>The directory of the exercise in the CSV form of the room, so that it comes in the way real files do.</summary>
    internal const string Csv =
        """
        id,state,organisation_id,organisation_en,organisation_ja,organisation_kind,function,title_en,title_ja,valid_from,valid_until,languages,time_zone,hours,holidays,channels,alternates,check_every_days,note,source,as_of,confidence
        jp-ex-247,JP,jp-ex-police,EXERCISE Cyber Police Bureau,演習サイバー警察局,law-enforcement,24-7,Duty desk,当直,2025-04-01,,ja;en,Asia/Tokyo,24/7,,telephone:+81-0-0000-0247 | email:duty@police-exercise.example,jp-ex-csirt-desk,30,演習:夜間は英語の担当者が一人。EXERCISE: one English speaker at night.,Scenario of the exercise (EXERCISE),2026-02-01,B
        jp-ex-central,JP,jp-ex-justice,EXERCISE Justice Office,演習法務庁,state-body,central-authority,,,2025-04-01,,ja;en,Asia/Tokyo,"Mon-Fri 09:30-18:15",JP,email:central@justice-exercise.example | telephone:+81-0-0000-0027,jp-ex-247,,,Scenario of the exercise (EXERCISE),2026-02-01,B
        jp-ex-diplomatic,JP,jp-ex-foreign,EXERCISE Foreign Affairs Office,演習外務庁,state-body,diplomatic,Cyber desk,サイバー担当,2025-04-01,,ja;en;fr,Asia/Tokyo,"Mon-Fri 09:30-18:15",JP,telephone:+81-0-0000-0001 | email:cyber@foreign-exercise.example,jp-ex-247,90,,Scenario of the exercise (EXERCISE),2026-02-01,B
        jp-ex-csirt-desk,JP,jp-ex-csirt,EXERCISE National CSIRT,演習国家CSIRT,csirt,csirt,Watch,監視,2025-04-01,,ja;en,Asia/Tokyo,"Mon-Fri 08:00-20:00; Sat-Sun 09:00-17:00",open,telephone:+81-0-0000-0112 | email:watch@csirt-exercise.example | web:https://csirt-exercise.example/report,jp-ex-247,30,,Scenario of the exercise (EXERCISE),2026-02-01,B
        jp-ex-technical,JP,jp-ex-csirt,EXERCISE National CSIRT,演習国家CSIRT,csirt,technical,,,2025-04-01,,ja;en,Asia/Tokyo,"Mon-Fri 09:00-17:30",JP,email:technical@csirt-exercise.example,jp-ex-csirt-desk;jp-ex-247,60,,Scenario of the exercise (EXERCISE),2026-02-01,B
        jp-ex-power,JP,jp-ex-power-co,EXERCISE Power Company,演習電力,company,ci-operator,Control room,中央給電指令所,2025-04-01,2026-03-31,ja,Asia/Tokyo,24/7,,telephone:+81-0-0000-0500,jp-ex-csirt-desk,,演習:更新の確認中。EXERCISE: renewal under way.,Scenario of the exercise (EXERCISE),2025-04-01,C
        ph-ex-247,PH,ph-ex-police,EXERCISE Cybercrime Group of Exercise Philippines,演習フィリピン サイバー犯罪対策班,law-enforcement,24-7,Operations centre,指令室,2025-06-01,,en;fil,Asia/Manila,24/7,,telephone:+63-00-0000-0247 | email:ops247@police-ph-exercise.example,ph-ex-technical;ph-ex-diplomatic,30,,Scenario of the exercise (EXERCISE),2026-01-15,B
        ph-ex-technical,PH,ph-ex-csirt,EXERCISE Response Team of Exercise Philippines,演習フィリピン インシデント対応チーム,csirt,technical,Incident desk,インシデント受付,2025-06-01,,en;fil,Asia/Manila,"Mon-Fri 08:00-17:00",PH,telephone:+63-00-0000-0112 | email:incident@csirt-ph-exercise.example | chat:exercise-desk@chat-exercise.example,ph-ex-247,60,,Scenario of the exercise (EXERCISE),2026-01-15,B
        ph-ex-technical-night,PH,ph-ex-csirt,EXERCISE Response Team of Exercise Philippines,演習フィリピン インシデント対応チーム,csirt,technical,Night desk,夜間当直,2025-06-01,,en,Asia/Manila,"Mon-Fri 17:00-08:00; Sat-Sun 00:00-24:00",open,telephone:+63-00-0000-0113,ph-ex-247,30,,Scenario of the exercise (EXERCISE),2026-01-15,C
        ph-ex-central,PH,ph-ex-justice,EXERCISE Justice Department of Exercise Philippines,演習フィリピン 司法省,state-body,central-authority,,,2025-06-01,,en;fil,Asia/Manila,"Mon-Fri 08:00-17:00",PH,email:mla@justice-ph-exercise.example | telephone:+63-00-0000-0027,ph-ex-247,,,Scenario of the exercise (EXERCISE),2026-01-15,B
        ph-ex-diplomatic,PH,ph-ex-foreign,EXERCISE Foreign Affairs Department of Exercise Philippines,演習フィリピン 外務省,state-body,diplomatic,,,2025-06-01,,en;fil,Asia/Manila,"Mon-Fri 08:00-17:00",PH,telephone:+63-00-0000-0001 | email:cyber@foreign-ph-exercise.example,ph-ex-247,90,,Scenario of the exercise (EXERCISE),2026-01-15,B
        gb-ex-247,GB,gb-ex-police,EXERCISE Crime Agency of Exercise Britain,演習英国 犯罪対策庁,law-enforcement,24-7,,,2025-01-01,,en,Europe/London,24/7,,telephone:+44-0-0000-0247,gb-ex-csirt-desk,30,,Scenario of the exercise (EXERCISE),2026-02,B
        gb-ex-csirt-desk,GB,gb-ex-csirt,EXERCISE Response Team of Exercise Britain,演習英国 インシデント対応チーム,csirt,csirt,,,2025-01-01,,en;cy,Europe/London,"Mon-Fri 08:30-18:00",GB-ENG,telephone:+44-0-0000-0112 | email:watch@csirt-gb-exercise.example,gb-ex-247,,,Scenario of the exercise (EXERCISE),2026-02,B
        gb-ex-diplomatic,GB,gb-ex-foreign,EXERCISE Foreign Office of Exercise Britain,演習英国 外務省,state-body,diplomatic,,,2025-01-01,,en;fr,Europe/London,"Mon-Fri 09:00-17:30",GB-ENG,email:cyber@foreign-gb-exercise.example,gb-ex-247,,,Scenario of the exercise (EXERCISE),2026-02,B
        vn-ex-technical,VN,vn-ex-csirt,EXERCISE Response Team of Exercise Viet Nam,演習ベトナム インシデント対応チーム,csirt,technical,,,2025-09-01,,vi;en,Asia/Ho_Chi_Minh,"Mon-Fri 08:00-17:00",VN,telephone:+84-00-0000-0112 | email:incident@csirt-vn-exercise.example,vn-ex-diplomatic,,,Scenario of the exercise (EXERCISE),2025-09,C
        vn-ex-diplomatic,VN,vn-ex-foreign,EXERCISE Foreign Ministry of Exercise Viet Nam,演習ベトナム 外務省,state-body,diplomatic,,,2025-09-01,,vi;en;fr,Asia/Ho_Chi_Minh,,,telephone:+84-00-0000-0001,,,演習:受付時間は未確認。EXERCISE: hours not confirmed.,Scenario of the exercise (EXERCISE),2025-09,C
        """;

    /// <summary>Checks of the exercise: point, days before now, minutes until the answer (null: none), announced.</summary>
    internal static readonly IReadOnlyList<(string Point, double DaysAgo, int? Minutes, bool Announced)> Checks =
    [
        ("ph-ex-247", 75, 22, true),
        ("ph-ex-247", 45, 9, false),
        ("ph-ex-247", 12, 14, false),
        ("jp-ex-247", 40, 6, false),
        ("jp-ex-247", 8, 4, false),
        ("gb-ex-247", 9, 95, false),
        ("ph-ex-technical", 50, 190, true),
        ("ph-ex-technical", 6, null, false),
        ("ph-ex-technical-night", 20, 41, false),
        ("jp-ex-technical", 15, 63, true),
        ("vn-ex-technical", 30, 2600, true),
        ("ph-ex-diplomatic", 0.5, null, true),
        ("jp-ex-csirt-desk", 5, 12, false),
    ];
}
